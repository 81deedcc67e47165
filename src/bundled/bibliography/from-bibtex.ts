/** Entries of BibTeX and BibLaTeX as works. */
import type { BibEntry } from './bibtex-reader.ts'
import type { Item, Name } from './item.ts'
import { textOfLatex } from './latex-reader.ts'

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  proceedings: 'book',
  collection: 'book',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  manual: 'book',
  online: 'webpage',
  electronic: 'webpage',
}

export function itemOfEntry({ type, key, fields }: BibEntry): Item {
  const text = (...names: readonly string[]): string => {
    const value = names.map((name) => fields.get(name)).find((each) => each !== undefined)
    return value === undefined ? '' : textOfLatex(value)
  }
  const authors = namesIn(fields.get('author') ?? '')
  return {
    id: key,
    type: (Object.hasOwn(TYPES, type) ? TYPES[type] : undefined) ?? 'document',
    title: [text('title'), text('subtitle')].filter((part) => part !== '').join(': '),
    authors: authors.names,
    editors: namesIn(fields.get('editor') ?? '').names,
    others: authors.others,
    year: /\d{4}/.exec(text('year', 'date'))?.[0] ?? text('year'),
    suffix: '',
    container: text('journal', 'journaltitle', 'booktitle', 'maintitle'),
    publisher: text('publisher', 'school', 'institution', 'organization', 'howpublished'),
    volume: text('volume'),
    issue: text('number', 'issue'),
    pages: text('pages').replace(/(\d)-(\d)/g, '$1–$2'),
    edition: text('edition'),
    doi: text('doi').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    url: (fields.get('url') ?? addressIn(fields.get('howpublished') ?? ''))
      .replace(/\\([_&%#~])/g, '$1')
      .trim(),
  }
}

/** `\url{https://…}` */
function addressIn(latex: string): string {
  return /\\url\{([^{}]*)\}/.exec(latex)?.[1] ?? ''
}

/** The names of a field: `Flanagan, David and Matsumoto, Yukihiro and others`. */
function namesIn(latex: string): { readonly names: readonly Name[]; readonly others: boolean } {
  const parts = splitOutside(latex.replace(/\s+/g, ' '), / and /gi).filter((part) => part.trim() !== '')
  const others = parts.at(-1)?.trim().toLowerCase() === 'others'
  return { names: (others ? parts.slice(0, -1) : parts).map((part) => nameIn(part.trim())), others }
}

function nameIn(latex: string): Name {
  const [family, ...rest] = splitOutside(latex, /,\s*/g)
  if (rest.length > 0) {
    // Von Last, Jr, First
    const given = textOfLatex(rest.at(-1) ?? '')
    const junior = rest.length > 1 ? ` ${textOfLatex(rest[0] ?? '')}` : ''
    return { family: `${textOfLatex(family ?? '')}${junior}`, given }
  }
  const words = splitOutside(latex, /[\s~]+/g)
  const last = words.length - 1
  // First von Last: the family's name begins with the first word in small letters, or is the last word.
  const von = words.findIndex((word, index) => index > 0 && index < last && /^[a-z]/.test(word))
  const from = von === -1 ? last : von
  const text = (some: readonly string[]): string => textOfLatex(some.join(' '))
  return { family: text(words.slice(from)), given: text(words.slice(0, from)) }
}

/** The pieces between what `separator` finds outside of braces. */
function splitOutside(latex: string, separator: RegExp): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  let looked = 0
  for (const found of latex.matchAll(separator)) {
    for (let at = looked; at < found.index; at++) {
      if (latex[at] === '\\') at++
      else if (latex[at] === '{') depth++
      else if (latex[at] === '}') depth--
    }
    looked = found.index
    if (depth > 0) continue
    parts.push(latex.slice(from, found.index))
    from = found.index + found[0].length
  }
  parts.push(latex.slice(from))
  return parts
}
