/** What tags and filters of Jekyll find in the context they run in. */
import type { RenderContext } from '../liquid/index.ts'
import type { Registers } from './work.ts'

/** The registers that `runTemplate` passed; every template of a site is rendered with them. */
export function registersOf(ctx: RenderContext): Registers {
  return ctx.registers as unknown as Registers
}
