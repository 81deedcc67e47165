/** `license` and `credits` for templates. */
import { creditHtml, creditText } from './credit-text.ts'
import { LazyDrop } from './lazy-drop.ts'
import { summaryOf } from './license.ts'
import type { Credit, License } from './model.ts'
import type { Shelf } from './shelf.ts'
import type { Tongue } from './tongue.ts'

/** @param excludes what is under other terms, in words */
export function licenseDrop(
  license: License,
  excludes: () => readonly string[],
  tongue: Tongue,
  shelf: Shelf,
): LazyDrop {
  const fields = {
    id: () => license.id,
    name: () => license.name,
    short: () => license.short,
    url: () => license.url,
    summary: () => summaryOf(license, tongue.say),
    text: () => (license.text === null ? null : shelf.html(license.text)),
    derivatives: () => license.derivatives,
    share_alike: () => license.shareAlike,
    commercial: () => license.commercial,
    excludes,
  }
  return new LazyDrop(fields, () => license.short)
}

export function creditDrop(credit: Credit, tongue: Tongue, shelf: Shelf): LazyDrop {
  const { license } = credit
  const fields = {
    asset: () => credit.asset,
    kind: () => credit.kind,
    title: () => credit.title,
    author: () => credit.author,
    author_url: () => credit.authorUrl,
    source: () => credit.source,
    license: () => (license === null ? null : licenseDrop(license, () => license.excludes, tongue, shelf)),
    changes: () => credit.changes,
    url: () => credit.url,
    text: () => creditText(credit, tongue.say),
    html: () => creditHtml(credit, tongue.say, shelf.ctx.relativeUrl),
  }
  return shelf.keep(credit, tongue, () => new LazyDrop(fields, () => creditText(credit, tongue.say)))
}
