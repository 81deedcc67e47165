/** Markdown of texts that are part of no page: what plugins convert while pages are made. */

import type { Hash } from '../../base/index.ts'
import { type KramdownOptions, toHtml } from '../../kramdown/index.ts'
import { fromValue, type MarkdownElements } from '../../plugins/index.ts'
import type { Site } from '../../site/index.ts'
import { renderSettings } from '../settings/settings.ts'
import { kramdownOptions } from './kramdown-options.ts'
import { createMarkdown } from './markdown.ts'
import { besideAlone } from './markdown-extras.ts'

/** `text` as the site's Markdown converter has it. Throws a ConversionError. */
export function markdownAlone(site: Site, text: string, elements?: MarkdownElements): string {
  return createMarkdown(site, renderSettings(site), besideAlone(site, { elements }), {}).convert(text, ALONE)
}

/** `text` as kramdown has it by itself, with its own defaults and `options`. */
export function kramdownAlone(site: Site, text: string, options: Hash, elements?: MarkdownElements): string {
  const { version, highlight } = kramdownOptions(renderSettings(site))
  const given = fromValue(options) as KramdownOptions
  return toHtml(text, {
    ...given,
    ...(version === undefined ? {} : { version }),
    ...(highlight === undefined ? {} : { highlight }),
    ...(elements === undefined ? {} : { elements }),
  }).html
}

const ALONE = { path: '', ascii: false, addFile: () => {}, warn: () => {} }
