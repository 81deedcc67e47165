/** Tags of the host as parts of a template. */
import type { TagDefinition, Template } from './types.ts'

/** A tag of the host with what it made of its markup. */
export interface HostCall {
  readonly tag: TagDefinition
  readonly state: unknown
}

/** Collects the host tags of one template while it is parsed. */
export interface HostTagCollector {
  /** Gives the index under which emitted code finds `call`. */
  add(call: HostCall): number
  parseTemplate(source: string, path: string | undefined): Template
}
