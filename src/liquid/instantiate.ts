/**
 * Emitted code to functions: one template by `new Function`, many from one script that V8 can start from its code cache
 * (ten times faster than compiling each). Code comes only from `emit.ts`, or from a cache the host vouches for.
 */
import { Script } from 'node:vm'
import { sha256 } from '../base/index.ts'
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

export function factoryOf(code: string): Factory {
  return new Function('R', 'F', 'H', 'T', 'L', code) as Factory
}

export function start(
  factory: Factory,
  { texts, lines }: Pick<EmittedCode, 'texts' | 'lines'>,
  filter: (name: string) => FilterDefinition['run'],
  hosts: readonly HostCall[],
): RenderFunction {
  return factory(RUNTIME, filter, hosts, texts, lines)
}

export type { Factory }

/** Factories of many codes at once, and what V8 needs to make them faster next time. */
export interface Batch {
  readonly factories: readonly Factory[]
  /** whether `cachedData` was given and taken */
  readonly accepted: boolean
  /** Data for the next start; best asked after the templates have run once. */
  cachedData(): Uint8Array
}

/**
 * V8 checks no more of the source than its length before it takes a cache, so the cache carries the source's hash in
 * front; one of other code is not used.
 */
export function factoriesOf(codes: readonly string[], cachedData?: Uint8Array): Batch {
  const source = `[${codes.map((code) => `function(R,F,H,T,L){${code}}`).join(',\n')}]`
  const mark = new TextEncoder().encode(sha256(source))
  const usable = cachedData !== undefined && mark.every((byte, index) => cachedData[index] === byte)
  const script = new Script(source, {
    filename: 'liquid-templates.js',
    ...(usable ? { cachedData: cachedData.subarray(mark.length) } : {}),
  })
  return {
    factories: script.runInThisContext() as readonly Factory[],
    accepted: usable && script.cachedDataRejected === false,
    cachedData: () => {
      const compiled = script.createCachedData()
      const marked = new Uint8Array(mark.length + compiled.length)
      marked.set(mark)
      marked.set(compiled, mark.length)
      return marked
    },
  }
}
