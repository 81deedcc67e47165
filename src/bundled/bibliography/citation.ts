/** One citation in a text, by the style of the site. */
import {
  type Diagnostic,
  documentOf,
  escapeHtml,
  fieldOf,
  isApart,
  isMarkdown,
  nearest,
  placesIn,
  type RenderContext,
  servicesOf,
} from '../../plugin-api.ts'
import type { CitationArguments } from './arguments.ts'
import { citedKeys, noteName, saidAt } from './cited.ts'
import { type Item, namesOf, titleOrKey } from './item.ts'
import { type Bibliography, bibliographyOf, ownName } from './load.ts'
import { type ScholarOptions, type Style, scholarOptions } from './options.ts'
import { referenceHtml } from './reference.ts'
import { type Words, wordsOn } from './words.ts'

/** What jekyll-scholar prints where there is no such work. */
const MISSING = '(missing reference)'

export interface Desk {
  readonly ctx: RenderContext
  readonly options: ScholarOptions
  readonly style: Style
  readonly words: Words
  /** keys in the order of the text */
  readonly cited: readonly string[]
  readonly isExcerpt: boolean
}

/** What a tag works with. */
export function deskOf(ctx: RenderContext): Desk {
  const { site } = servicesOf(ctx)
  const options = scholarOptions(site.config)
  const doc = documentOf(ctx)
  const hasNotes = doc !== null && isMarkdown(site.config, doc.file.path) && !isApart(ctx)
  return {
    ctx,
    options,
    style: options.style === 'footnotes' && !hasNotes ? 'author-date' : options.style,
    words: wordsOn(ctx),
    cited: doc === null ? [] : citedKeys(doc),
    isExcerpt: servicesOf(ctx).isExcerpt,
  }
}

/** The works of the bibliography that `file` names. A warning says where there is none, unless another did. */
export function worksOf({ ctx, options }: Desk, file: string | undefined, wasSaid = false): Bibliography {
  const name = file ?? ownName(options)
  const found = bibliographyOf(fieldOf(ctx.get('site'), 'data'), name)
  if (wasSaid) return found ?? new Map()
  if (found === undefined)
    servicesOf(ctx).warn({
      code: 'bibliography/no-file',
      severity: 'warning',
      topic: 'Bibliography:',
      ...placed(ctx, name, `There is no bibliography '${name}'.`),
      help: `write ${options.source}/${name}.bib (BibTeX) or ${options.source}/${name}.json (CSL-JSON)`,
      trail: [],
    })
  return found ?? new Map()
}

/** `message` behind the place where a tag of the page at work says `what`, or behind the page where another text's does. */
function placed(
  ctx: RenderContext,
  what: string,
  message: string,
): Pick<Diagnostic, 'message' | 'source' | 'span'> {
  const doc = documentOf(ctx)
  if (doc === null) return { message }
  const at = saidAt(doc, what)
  const { name, ...place } = at === undefined ? placesIn(doc)() : placesIn(doc)(at, at + what.length)
  return { message: `${name}: ${message}`, ...place }
}

/** The work with this key; undefined, and a warning, where there is none. */
export function workOf({ ctx }: Desk, works: Bibliography, key: string): Item | undefined {
  const found = works.get(key)
  if (found !== undefined || works.size === 0) return found
  const near = nearest(key, [...works.keys()])
  servicesOf(ctx).warn({
    code: 'bibliography/unknown-key',
    severity: 'warning',
    topic: 'Bibliography:',
    ...placed(ctx, key, `No work in the bibliography has the key '${key}'.`),
    help: near === undefined ? 'add it to the file, or correct the key' : `did you mean '${near}'?`,
    trail: [],
  })
  return undefined
}

/** `(Flanagan & Matsumoto, 2008, p. 42)`, `[1]`, or a footnote's mark. */
export function citation(desk: Desk, given: CitationArguments): string {
  const works = worksOf(desk, given.file)
  const items = given.keys.map((key) => workOf(desk, works, key))
  if (desk.style === 'footnotes') {
    if (items.every((item) => item === undefined)) return MISSING
    return desk.isExcerpt ? '' : `[^${noteName(given)}]`
  }
  const isNumbered = desk.style === 'numbers'
  const parts = items.map((item, index) => {
    if (item === undefined) return undefined
    const locator = given.locators[index]
    const name = isNumbered ? String(desk.cited.indexOf(item.id) + 1) : nameAndYear(item, desk.words, given)
    return { id: item.id, text: locator === undefined ? name : `${name}, ${pagesOf(locator, desk.words)}` }
  })
  // As entities: `[1]` is a link where a text defines one.
  const [open, close] = isNumbered ? ['&#91;', '&#93;'] : ['(', ')']
  const link = (id: string, text: string): string =>
    `<a class="citation" href="#${escapeHtml(id)}">${text}</a>`
  const [only] = parts
  if (parts.length === 1 && only !== undefined)
    return link(only.id, `${open}${escapeHtml(only.text)}${close}`)
  if (parts.every((part) => part === undefined)) return MISSING
  const linked = parts.map((part) => (part === undefined ? MISSING : link(part.id, escapeHtml(part.text))))
  return `${open}${linked.join(isNumbered ? ', ' : '; ')}${close}`
}

/** The footnotes of all citations of a text, as kramdown has them. */
export function citationNotes(desk: Desk, citations: readonly CitationArguments[]): string {
  return citations
    .flatMap((given) => {
      const works = worksOf(desk, given.file, true)
      const notes = given.keys.flatMap((key, index) => {
        const item = works.get(key)
        if (item === undefined) return []
        const locator = given.locators[index]
        const text = referenceHtml(item, desk.words, false)
        return [locator === undefined ? text : `${text} ${escapeHtml(pagesOf(locator, desk.words))}.`]
      })
      return notes.length === 0 ? [] : [`[^${noteName(given)}]: ${escapeMarkdown(notes.join(' '))}\n`]
    })
    .join('\n')
}

/** HTML in which Markdown finds nothing of its own. */
function escapeMarkdown(html: string): string {
  return html.replace(/<[^>]*>|[\\`*_{}[\]|$~#]/g, (found) => (found.length > 1 ? found : `\\${found}`))
}

function nameAndYear(item: Item, words: Words, { suppressAuthor }: CitationArguments): string {
  const year = `${item.year === '' ? words.say('no_date') : item.year}${item.suffix}`
  const names = namesOf(item).map(({ family }) => family)
  if (suppressAuthor) return year
  const [first = ''] = names
  const shown = names.length > 2 || item.others ? words.say('and_others', first) : words.list(names)
  return `${shown.trim() === '' ? titleOrKey(item) : shown}, ${year}`
}

function pagesOf(locator: string, words: Words): string {
  return words.say(/[-–,&]/.test(locator) ? 'cited_pages' : 'cited_page', locator)
}
