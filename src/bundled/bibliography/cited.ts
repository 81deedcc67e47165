/** What a text cites: read off its source, so that a tag knows what stands behind it too. */
import type { Renderable } from '../../plugin-api.ts'
import { type CitationArguments, citationArguments } from './arguments.ts'

const CITATION = /\{%-?\s*(?:cite|nocite|citation_words)\s([^%]*)%\}/g
const CITE = /\{%-?\s*cite\s([^%]*)%\}/g
const SAYING = /\{%-?\s*(?:cite|citation_words|reference|bibliography|bibliography_count)\s([^%]*)%\}/g
const END = '%}'

/** The keys in the order in which they are first cited. */
export function citedKeys({ body }: Renderable): readonly string[] {
  return [...new Set(argumentsIn(body, CITATION).flatMap(({ keys }) => keys))]
}

/** Each citation once, by what it says. */
export function citationsIn({ body }: Renderable): readonly CitationArguments[] {
  const known = new Map(argumentsIn(body, CITE).map((each) => [noteName(each), each]))
  return [...known.values()]
}

/** Where a tag of the text says `word`, a key or the name of a file; undefined where none does. */
export function saidAt({ body }: Pick<Renderable, 'body'>, word: string): number | undefined {
  for (const { 0: whole, 1: markup = '', index } of body.matchAll(SAYING))
    for (const { 0: said, index: at } of markup.matchAll(/\S+/g))
      if (said === word || said === `${word}-`) return index + whole.length - END.length - markup.length + at
  return undefined
}

/** A citation in a caption, which is an attribute: words alone. */
export const WORDS = 'citation_words'
const CAPTION = /\bcaption=(?:"[^"\n]*"|'[^'\n]*')/g
const CITED = /(\{%-?\s*)cite(?=\s)/g

/** `body` in which captions cite by words. */
export function withWordsInCaptions(body: string): string {
  if (!body.includes('caption=') || !body.includes('cite')) return body
  return body.replace(CAPTION, (caption) => caption.replace(CITED, `$1${WORDS}`))
}

/** What kramdown's footnote of a citation is called. */
export function noteName({ keys, locators }: CitationArguments): string {
  return `cite-${[...keys, ...locators].join('-').replace(/[^\w-]/g, '-')}`
}

function argumentsIn(body: string, tag: RegExp): readonly CitationArguments[] {
  if (!body.includes('cite')) return []
  return [...body.matchAll(tag)].flatMap(([, markup = '']) => {
    try {
      return [citationArguments(markup.replace(/-$/, ''), stop)]
    } catch {
      // The tag itself says what is wrong.
      return []
    }
  })
}

function stop(message: string): never {
  throw new Error(message)
}
