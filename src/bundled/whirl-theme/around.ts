/** `page.whirl` for what stands around a text: where it is edited, its state, how it is shared. */
import {
  type FieldContext,
  type Hash,
  type Renderable,
  rubyToS,
  type Site,
  type Value,
} from '../../plugin-api.ts'
import type { AroundOptions } from './around-options.ts'
import { placeInSource } from './place-in-source.ts'

/** `edit`, an address or nil; `state`, `draft`, `future` or nil; of documents `share`, a list of `name` and `url`. */
export function aroundFields(
  doc: Renderable,
  site: Site,
  options: AroundOptions,
  { absoluteUrl }: FieldContext,
): readonly (readonly [string, Value])[] {
  return [
    ['edit', editUrl(doc, site, options)],
    ['state', stateOf(doc, site)],
    [
      'share',
      doc.kind === 'document'
        ? options.share.map((target) => shareLink(target, doc, absoluteUrl(doc.url)))
        : [],
    ],
  ]
}

function editUrl(doc: Renderable, site: Site, { edit }: AroundOptions): string | null {
  const place = edit === undefined || doc.data.get('edit') === false ? undefined : placeInSource(doc, site)
  if (edit === undefined || place === undefined) return null
  const path = place.split('/').map(encodeURIComponent).join('/')
  return edit.includes(':path') ? edit.replaceAll(':path', () => path) : `${edit.replace(/\/$/, '')}/${path}`
}

/** Only a preview shows drafts, and posts whose time is still to come. */
function stateOf(doc: Renderable, site: Site): string | null {
  if (doc.kind !== 'document') return null
  if (doc.draft || doc.data.get('draft') === true) return 'draft'
  return site.config.future && doc.date.seconds > site.time.seconds ? 'future' : null
}

function shareLink(
  target: { readonly name: string; readonly url: string },
  doc: Renderable,
  url: string,
): Hash {
  const values: Readonly<Record<string, string>> = {
    '{url}': encodeURIComponent(url),
    '{title}': encodeURIComponent(rubyToS(doc.data.get('title') ?? '')),
  }
  return new Map<Value, Value>([
    ['name', target.name],
    ['url', target.url.replace(/\{(?:url|title)\}/g, (place) => values[place] ?? place)],
  ])
}
