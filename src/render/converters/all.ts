/** The converters Jekyll brings. */
import type { CodeBlockWriters } from '../../plugins/index.ts'
import type { Site } from '../../site/index.ts'
import type { RenderSettings } from '../settings/settings.ts'
import type { Converter, FileAccess, ResultStore } from '../types.ts'
import { identity } from './identity.ts'
import { createMarkdown } from './markdown.ts'
import { createSass } from './sass.ts'
import { createSmartyPants } from './smartypants.ts'

const NO_WRITERS: CodeBlockWriters = new Map()

export function createConverters(
  site: Site,
  files: FileAccess,
  settings: RenderSettings,
  codeBlocks: CodeBlockWriters = NO_WRITERS,
  results?: ResultStore,
): readonly Converter[] {
  return [
    createMarkdown(site, settings, codeBlocks),
    ...createSass(site, files, settings.sass, results),
    createSmartyPants(settings),
    identity,
  ]
}
