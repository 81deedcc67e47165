/** Rendering: documents to text. `createShared` once for a site, `renderDocument` for each document in order. */

export { type AtWork, unwatched } from './at-work.ts'
export { MARKDOWN } from './converters/markdown.ts'
export { kramdownAlone, markdownAlone } from './converters/markdown-alone.ts'
export { SassCompilers } from './converters/sass-process.ts'
export { changesByDocument, createFacts, Digests, type Facts, isOfRecording, isOfStanding } from './facts.ts'
export { ConversionError } from './failure.ts'
export { jekyllFilters } from './filters/all.ts'
export { createLoneTemplates, type LoneTemplates } from './lone-templates.ts'
export {
  type Earlier,
  newDiagnostics,
  nothingRendered,
  type Progress,
  passedTo,
  withNothingStanding,
  withRendered,
} from './progress.ts'
export { DocumentReads } from './reads.ts'
export { renderDocument } from './render-document.ts'
export { createShared, createSiteConverters, finishedDrops } from './shared.ts'
export { absoluteUrl, relativeUrl } from './site-url.ts'
export { jekyllTags } from './tags/all.ts'
export { blockTags } from './tags/block-tags.ts'
export { templateFaults } from './template-faults.ts'
export type {
  Converted,
  Converter,
  Converters,
  ExtraFile,
  FileAccess,
  Left,
  Measure,
  Rendered,
  ResultStore,
  Stands,
} from './types.ts'
export type { Shared } from './work.ts'
