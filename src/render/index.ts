/** Rendering: documents to text. `createRenderEnv` once per site, `renderDocument` for each document in order. */

export { ConversionError } from './failure.ts'
export { jekyllFilters } from './filters/all.ts'
export { renderDocument } from './render-document.ts'
export { createRenderEnv } from './render-env.ts'
export { absoluteUrl, relativeUrl } from './site-url.ts'
export { jekyllTags } from './tags/all.ts'
export type { Converter, FileAccess, Measure, RenderEnv, Rendered } from './types.ts'
