/** Tags of the host as parts of a template. */
import type { TagDefinition, Template } from './types.ts'

/** A tag of the host with what it made of its markup. */
export interface HostCall {
  readonly tag: TagDefinition
  readonly state: unknown
}

/** A host tag's place in a template, enough to parse its markup again when the template comes from a cache. */
export interface HostTagRecord {
  readonly name: string
  readonly markup: string
  readonly line: number
}

/** Collects the host tags of one template while it is parsed. */
export interface HostTagCollector {
  add(call: HostCall, record: HostTagRecord): number
  parseTemplate(source: string, path: string | undefined): Template
}
