/** The converters Jekyll brings. */
import type { Site } from '../../site/index.ts'
import type { RenderSettings } from '../settings/settings.ts'
import type { Converter, FileAccess, ResultStore } from '../types.ts'
import { identity } from './identity.ts'
import { createMarkdown } from './markdown.ts'
import type { Beside } from './markdown-extras.ts'
import { createSass } from './sass.ts'
import type { SassCompilers } from './sass-process.ts'
import { createSmartyPants } from './smartypants.ts'

export function createConverters(
  site: Site,
  files: FileAccess,
  settings: RenderSettings,
  compilers: SassCompilers,
  beside: Beside,
  results?: ResultStore,
): readonly Converter[] {
  return [
    createMarkdown(site, settings, beside, files),
    ...createSass(site, files, settings.sass, compilers, results),
    createSmartyPants(settings),
    identity,
  ]
}
