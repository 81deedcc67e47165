import type { RougeVersion } from '../base/index.ts'
import { coarseTags, findCoarse, tokenizeCoarse } from './coarse.ts'
import { fancyName } from './fancy-name.ts'
import { guess } from './guess.ts'
import { Lexer } from './lexer.ts'
import { registryOf } from './registry.ts'
import { toHtml } from './to-html.ts'
import type { Token } from './tokens.ts'
import { linesOf, TokenSink } from './tokens.ts'

export interface HighlightOptions {
  /** whose colouring: 3.30 where nothing is said */
  readonly rouge?: RougeVersion
}

const DEFAULT: RougeVersion = '3.30'

/**
 * `code` as tokens in `language` (a tag or alias, with options after `?`: `php?start_inline=1`); undefined if the
 * language is unknown. Joined, the tokens are `code`, whatever it is; nothing is thrown.
 */
export function tokenize(
  code: string,
  language: string,
  { rouge = DEFAULT }: HighlightOptions = {},
): readonly Token[] | undefined {
  const { name: given, options } = fancyName(language)
  const { find } = registryOf(rouge)
  // Rouge's own name for "find out"; what kramdown asks for where a block names no language.
  const name = given === 'guess' ? guess(code, '', rouge) : given
  const found = find(name)
  if (found === undefined) {
    const coarse = findCoarse(name, rouge)
    return coarse && tokenizeCoarse(code, coarse)
  }
  const sink = new TokenSink()
  new Lexer(found, sink, find, options).run(code)
  sink.flush()
  return sink.tokens
}

/** The inner HTML of `<code>` as Rouge prints it; undefined for an unknown language. */
export function highlight(code: string, language: string, options?: HighlightOptions): string | undefined {
  const tokens = tokenize(code, language, options)
  return tokens && toHtml(tokens)
}

/** As `highlight`, line by line: what goes over several lines has a span in each. */
export function highlightLines(
  code: string,
  language: string,
  options?: HighlightOptions,
): readonly string[] | undefined {
  const tokens = tokenize(code, language, options)
  return tokens && linesOf(tokens).map(toHtml)
}

/** The tags of the languages coloured token for token as Rouge colours them, sorted. */
export function languages({ rouge = DEFAULT }: HighlightOptions = {}): readonly string[] {
  return registryOf(rouge).tags
}

/** The tags of the other languages Rouge knows, sorted: they are coloured through TextMate grammars, or stay plain. */
export function coarseLanguages({ rouge = DEFAULT }: HighlightOptions = {}): readonly string[] {
  const { find } = registryOf(rouge)
  return coarseTags(rouge)
    .filter((tag) => find(tag) === undefined)
    .sort()
}
