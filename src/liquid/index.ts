/** Liquid: templates to JavaScript functions that print what Ruby's Liquid 5.4 prints in `warn` mode. */

export { className, compareValues, contains } from './compare.ts'
export { createEngine } from './engine.ts'
export { Abort, Fault as LiquidFault, LimitError, LiquidRenderError, LiquidSyntaxError } from './faults.ts'
export { toDate } from './filters/date.ts'
export { stripHtml } from './filters/html.ts'
export { LIQUID_FILTERS } from './filters/table.ts'
export { itemsOf } from './iterate.ts'
export { lookup } from './lookup.ts'
export { LIQUID_TAGS } from './tags/table.ts'
export { inspectValue, joinValues, text as toOutput, toS as toText } from './to-text.ts'
export * from './types.ts'
export { isInteger, isPlainObject, LiquidRange, MethodLiteral } from './values.ts'
