/** Liquid: templates to JavaScript functions that print what Ruby's Liquid 5.4 prints in `warn` mode. */

export { className, compareValues, contains, eq as equalInCondition, equalValues, truthy } from './compare.ts'
export {
  createEngine,
  type LiquidEngine,
  type LoadedTemplates,
  type StorableTemplate,
  type TemplateArtifact,
} from './engine.ts'
export {
  Abort,
  Fault as LiquidFault,
  LimitError,
  LiquidRenderError,
  LiquidSyntaxError,
} from './faults.ts'
export { LIQUID_FILTERS } from './filters/table.ts'
export { itemsOf } from './iterate.ts'
export { lookup, sizeOrNone } from './lookup.ts'
export { leadingInteger, rubyToI, strictInteger, toIndex, toInteger } from './numbers.ts'
export { rubySort } from './ruby-sort.ts'
export { LIQUID_TAGS } from './tags/table.ts'
export { inspectValue, joinValues, text as toOutput, toS as toText } from './to-text.ts'
export * from './types.ts'
export { isInteger, isNumber, isPlainObject, LiquidRange } from './values.ts'
