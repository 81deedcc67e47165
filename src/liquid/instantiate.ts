/** Emitted code to a function. Code comes only from `emit.ts`. */
import type { EmittedCode } from './emit.ts'
import type { HostCall } from './host-call.ts'
import type { Rendering } from './rendering.ts'
import { RUNTIME } from './runtime.ts'
import type { FilterDefinition } from './types.ts'

/** Renders into a string. */
export type RenderFunction = (rt: Rendering) => string

/** Runtime, filters by name, host tags, texts, lines: what a template's code is started with. */
type Factory = (
  R: typeof RUNTIME,
  F: (name: string) => FilterDefinition['run'],
  H: readonly HostCall[],
  T: readonly string[],
  L: readonly number[],
) => RenderFunction

export function instantiate(
  { code, texts, lines }: EmittedCode,
  filter: (name: string) => FilterDefinition['run'],
  hosts: readonly HostCall[],
): RenderFunction {
  const factory = new Function('R', 'F', 'H', 'T', 'L', code) as Factory
  return factory(RUNTIME, filter, hosts, texts, lines)
}
