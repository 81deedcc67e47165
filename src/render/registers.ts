/** What tags and filters of Jekyll find in the context they run in. */
import type { RenderContext } from '../liquid/index.ts'
import type { Registers } from './types.ts'

/** The registers `renderText` passed; every template of a site is rendered with them. */
export function registersOf(ctx: RenderContext): Registers {
  return ctx.registers as unknown as Registers
}
