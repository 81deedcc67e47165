/**
 * The fuzzer: random templates through the engine. Any text must be a template or a LiquidSyntaxError, any rendering
 * must end within the steps allowed, and no error may be one of ours (a TypeError, say) that Liquid would call `internal`.
 */
import { existsSync, readFileSync } from 'node:fs'
import {
  createEngine,
  LimitError,
  LiquidFault,
  LiquidRenderError,
  LiquidSyntaxError,
} from '../../src/liquid/index.ts'
import { stepsOf } from '../steps.ts'
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
/** Templates whose steps are counted together: counting has a price of its own. */
const BATCH = 50
/** What one of them may take, as `stepsOf` counts: about a second's work. */
const MOST_STEPS = 20_000_000

/** Whether an error is Liquid's own, or one its Ruby counterpart would have too. */
function ours(error: LiquidRenderError): string | undefined {
  const { cause } = error
  if (cause instanceof LiquidFault || (cause instanceof Error && cause.name === 'ArgumentError'))
    return undefined
  return `${cause instanceof Error ? cause.stack : cause}`
}

export function examine(source: string): string | undefined | 'syntax' {
  const engine = createEngine({
    limits: { steps: 100_000, output: 1_000_000, memory: 1_000_000 },
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
  return problem
}

/** Examines so many random templates. */
export function fuzz(r: Random, templates: number): Findings {
  const known = seeds()
  const problems: { source: string; problem: string }[] = []
  let syntaxErrors = 0
  const next = (): string => {
    const source = template(r)
    if (r() < 0.6 && known.length > 0) return mutate(r, known[Math.floor(r() * known.length)]!)
    return r() < 0.5 ? mutate(r, source) : source
  }
  for (let done = 0; done < templates; done += BATCH) {
    const sources = Array.from({ length: Math.min(BATCH, templates - done) }, next)
    const steps = stepsOf(() => {
      for (const source of sources) {
        const problem = examine(source)
        if (problem === 'syntax') syntaxErrors++
        else if (problem !== undefined) problems.push({ source, problem })
      }
    })
    if (steps > MOST_STEPS) {
      const source = sources.find((one) => stepsOf(() => examine(one)) > MOST_STEPS / 2)
      problems.push({ source: source ?? sources.join('\n'), problem: `took ${steps} steps` })
    }
  }
  return { templates, syntaxErrors, problems }
}
