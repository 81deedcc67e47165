/** The converters Jekyll brings. SmartyPants takes no files; only `smartify` calls it. */
import type { Site } from '../../site/index.ts'
import type { Converter, FileAccess } from '../types.ts'
import { identity } from './identity.ts'
import { createMarkdown } from './markdown.ts'
import { createSass } from './sass.ts'

export function createConverters(site: Site, files: FileAccess): readonly Converter[] {
  return [createMarkdown(site), ...createSass(site, files), identity]
}
