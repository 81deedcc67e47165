/**
 * The fuzzer: random templates through the engine. Any text must be a template or a LiquidSyntaxError, any rendering
 * must end within the time allowed, and no error may be one of ours (a TypeError, say) that Liquid would call `internal`.
 */
import { existsSync, readFileSync } from 'node:fs'
import {
  createEngine,
  LimitError,
  LiquidFault,
  LiquidRenderError,
  LiquidSyntaxError,
} from '../../src/liquid/index.ts'
import { DATA_JSON, mutate, PARTIALS, type Random, template } from './generate.ts'
import { parseRubyJson } from './ruby-json.ts'

const CASES = new URL('../../../shared/conformance/liquid/cases.json', import.meta.url)

export interface Findings {
  readonly templates: number
  readonly syntaxErrors: number
  /** templates with what is wrong about them */
  readonly problems: readonly { readonly source: string; readonly problem: string }[]
}

/** Templates to mutate: the outside cases where they are at hand, else the grammar's. */
export function seeds(): readonly string[] {
  if (!existsSync(CASES)) return []
  return (JSON.parse(readFileSync(CASES, 'utf8')) as readonly { readonly template: string }[]).map(
    (one) => one.template,
  )
}

const data = parseRubyJson(DATA_JSON)
const MAX_MILLISECONDS = 2000

/** Whether an error is Liquid's own, or one its Ruby counterpart would have too. */
function ours(error: LiquidRenderError): string | undefined {
  const { cause } = error
  if (cause instanceof LiquidFault || (cause instanceof Error && cause.name === 'ArgumentError'))
    return undefined
  return `${cause instanceof Error ? cause.stack : cause}`
}

export function examine(source: string): string | undefined | 'syntax' {
  const start = performance.now()
  const engine = createEngine({
    limits: { steps: 100_000, output: 1_000_000, memory: 1_000_000, time: MAX_MILLISECONDS / 2 },
    partials: (name) => PARTIALS[name],
  })
  let problem: string | undefined
  try {
    const compiled = engine.parse(source)
    const { output } = compiled.render(data)
    if (typeof output !== 'string') problem = `printed a ${typeof output}`
    try {
      compiled.render(data, { throwErrors: true })
    } catch (error) {
      if (!(error instanceof LiquidRenderError)) throw error
      problem = ours(error)
    }
  } catch (error) {
    if (error instanceof LiquidSyntaxError) problem = 'syntax'
    else if (!(error instanceof LimitError)) problem = `${error instanceof Error ? error.stack : error}`
  }
  const took = performance.now() - start
  return took > MAX_MILLISECONDS ? `took ${took.toFixed(0)} ms` : problem
}

/** Examines random templates for `milliseconds`. */
export function fuzz(r: Random, milliseconds: number): Findings {
  const known = seeds()
  const problems: { source: string; problem: string }[] = []
  let templates = 0
  let syntaxErrors = 0
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    let source = template(r)
    if (r() < 0.6 && known.length > 0) source = mutate(r, known[Math.floor(r() * known.length)]!)
    else if (r() < 0.5) source = mutate(r, source)
    const problem = examine(source)
    templates++
    if (problem === 'syntax') syntaxErrors++
    else if (problem !== undefined) problems.push({ source, problem })
  }
  return { templates, syntaxErrors, problems }
}
