/** The site as data, and the rules that fill it. */
export {
  type BundleWords,
  type ChosenReference,
  chooseReference,
  describeReference,
} from './choose-reference.ts'
export * from './config.ts'
export * from './default-config.ts'
export * from './defaults.ts'
export * from './document-id.ts'
export * from './document-url.ts'
export * from './excerpt.ts'
export * from './github-pages.ts'
export * from './has-liquid.ts'
export * from './hash-fields.ts'
export * from './jekyll-rules.ts'
export * from './layout-chain.ts'
export * from './merge.ts'
export * from './neighbours.ts'
export * from './order.ts'
export * from './output-ext.ts'
export * from './output-path.ts'
export * from './page-place.ts'
export * from './permalink.ts'
export * from './placeholders.ts'
export * from './publish.ts'
export type * from './settings/settings.ts'
export * from './site-time.ts'
export * from './taxonomy.ts'
export * from './titles.ts'
export type * from './types.ts'
export * from './word-lists.ts'
