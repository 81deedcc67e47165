/** One work as a line of a bibliography, in HTML. */
import { escapeHtml } from '../../plugin-api.ts'
import { type Item, type Name, namesOf, titleOrKey } from './item.ts'
import type { Words } from './words.ts'

/** Works that are part of another: theirs is the title in italics. */
const PARTS: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
])
const BARE_CJK = /^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+$/

/**
 * @param yearFirst whether the year follows the names, as where citations are made of both:
 * `Flanagan, D., & Matsumoto, Y. (2008). <i>The Ruby Programming Language</i>. O’Reilly Media.`
 */
export function referenceHtml(item: Item, words: Words, yearFirst: boolean): string {
  const year = escapeHtml(`${item.year === '' ? words.say('no_date') : item.year}${item.suffix}`)
  const names = escapeHtml(namesText(item, words))
  const title = titleOf(item, names === '' ? titleOrKey(item) : item.title, words)
  const dated = yearFirst ? ` (${year})` : ''
  const stop = yearFirst && !names.endsWith('.') ? '.' : ''
  const head = names === '' ? [`${title}${dated}`] : [`${names}${stop}${dated}`, title]
  const last = yearFirst || item.year === '' ? [] : [year]
  const parts = [...head, ...sourceOf(item, words), ...last].filter((part) => part !== '')
  const text = parts
    .map((part) => (/[.?!…]$/.test(part.replace(/<[^>]*>$/, '')) ? part : `${part}.`))
    .join(' ')
  const link = linkOf(item)
  return link === '' ? text : `${text} ${link}`
}

function namesText(item: Item, words: Words): string {
  const names = namesOf(item).map(shortName)
  if (names.length === 0) return ''
  const listed = item.others ? words.say('and_others', names.join(', ')) : words.list(names, true)
  return item.authors.length > 0 ? listed : words.say('edited_by', listed)
}

/** `Matsumoto, Y.` */
function shortName({ family, given }: Name): string {
  if (given === '') return family
  if (BARE_CJK.test(family)) return `${family}${given}`
  return `${family}, ${initials(given)}`
}

function initials(given: string): string {
  return given
    .split(/[\s.]+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .filter((part) => part !== '')
        .map((part) => `${[...part][0]}.`)
        .join('-'),
    )
    .join(' ')
}

function titleOf(item: Item, text: string, words: Words): string {
  const title = escapeHtml(text)
  if (PARTS.has(item.type) || title === '') return title
  const edition =
    item.edition === '' ? '' : ` (${escapeHtml(words.say('edition', words.ordinal(item.edition)))})`
  return `<i>${title}</i>${edition}`
}

/** Where the work came out. */
function sourceOf(item: Item, words: Words): readonly string[] {
  const container = item.container === '' ? '' : `<i>${escapeHtml(item.container)}</i>`
  const pages =
    item.pages === ''
      ? ''
      : escapeHtml(words.say(/[–,-]/.test(item.pages) ? 'cited_pages' : 'cited_page', item.pages))
  if (item.type.startsWith('article')) {
    const volume = item.volume === '' ? '' : `<i>${escapeHtml(item.volume)}</i>`
    const issue = item.issue === '' ? '' : `(${escapeHtml(item.issue)})`
    const number = `${volume}${issue}`
    return [[container, number, escapeHtml(item.pages)].filter((part) => part !== '').join(', ')]
  }
  if (PARTS.has(item.type)) {
    const editors =
      item.authors.length > 0 && item.editors.length > 0
        ? `${escapeHtml(words.say('edited_by', words.list(item.editors.map(forwards))))}, `
        : ''
    const within =
      container === ''
        ? ''
        : words.say('in_work', `${editors}${container}${pages === '' ? '' : ` (${pages})`}`)
    return [within, escapeHtml(item.publisher)]
  }
  return [
    container,
    escapeHtml(item.publisher === '' || item.url.includes(item.publisher) ? '' : item.publisher),
  ]
}

/** `D. Flanagan` */
function forwards({ family, given }: Name): string {
  if (given === '' || BARE_CJK.test(family)) return `${family}${given}`
  return `${initials(given)} ${family}`
}

/** The DOI as a link, else the address. What is no web address is text. */
function linkOf({ doi, url }: Item): string {
  const address = doi === '' ? url : `https://doi.org/${doi}`
  if (address === '') return ''
  const text = escapeHtml(address)
  return /^https?:\/\//i.test(address) ? `<a href="${text}">${text}</a>` : text
}
