/** The converters Jekyll brings. */
import type { MarkdownParts } from '../../plugins/index.ts'
import type { Site } from '../../site/index.ts'
import type { RenderSettings } from '../settings/settings.ts'
import type { Converter, FileAccess, ResultStore } from '../types.ts'
import { identity } from './identity.ts'
import { createMarkdown } from './markdown.ts'
import { createSass } from './sass.ts'
import type { SassCompilers } from './sass-process.ts'
import { createSmartyPants } from './smartypants.ts'

/** without plugins */
export const NO_PARTS: MarkdownParts = { codeBlocks: new Map(), maths: undefined }

export function createConverters(
  site: Site,
  files: FileAccess,
  settings: RenderSettings,
  compilers: SassCompilers,
  markdown: MarkdownParts = NO_PARTS,
  results?: ResultStore,
): readonly Converter[] {
  return [
    createMarkdown(site, settings, markdown, files),
    ...createSass(site, files, settings.sass, compilers, results),
    createSmartyPants(settings),
    identity,
  ]
}
