/** Rendering: documents to text. `createRenderEnv` once per site, `renderDocument` for each document in order. */

export { ConversionError, HostError } from './failure.ts'
export { jekyllFilters } from './filters/all.ts'
export { renderDocument } from './render-document.ts'
export { createRenderEnv } from './render-env.ts'
export { absoluteUrl, relativeUrl } from './site-url.ts'
export { jekyllTags } from './tags/all.ts'
export type {
  ConversionContext,
  Converter,
  ExtraFile,
  FileAccess,
  Measure,
  RenderEnv,
  Rendered,
  RenderParts,
} from './types.ts'
