import { findCoarse, tokenizeCoarse } from './coarse.ts'
import { COARSE_LANGUAGES } from './coarse-table.ts'
import { fancyName } from './fancy-name.ts'
import { guess } from './guess.ts'
import { Lexer } from './lexer.ts'
import { findLanguage } from './registry.ts'
import { LANGUAGES } from './registry-table.ts'
import { toHtml } from './to-html.ts'
import type { Token } from './tokens.ts'
import { TokenSink } from './tokens.ts'

/**
 * `code` as tokens in `language` (a tag or alias, with options after `?`: `php?start_inline=1`); undefined if the
 * language is unknown. Joined, the tokens are `code`, whatever it is; nothing is thrown.
 */
export function tokenize(code: string, language: string): readonly Token[] | undefined {
  const { name: given, options } = fancyName(language)
  // Rouge's own name for "find out"; what kramdown asks for where a block names no language.
  const name = given === 'guess' ? guess(code) : given
  const found = findLanguage(name)
  if (found === undefined) {
    const coarse = findCoarse(name)
    return coarse && tokenizeCoarse(code, coarse)
  }
  const sink = new TokenSink()
  new Lexer(found, sink, findLanguage, options).run(code)
  sink.flush()
  return sink.tokens
}

/** The inner HTML of `<code>` as Rouge 3.30 prints it; undefined for an unknown language. */
export function highlight(code: string, language: string): string | undefined {
  const tokens = tokenize(code, language)
  return tokens && toHtml(tokens)
}

/** The tags of the languages coloured token for token as Rouge colours them, sorted. */
export function languages(): readonly string[] {
  return LANGUAGES.map((language) => language.tag).sort()
}

/** The tags of the other languages Rouge knows, sorted: they are coloured through TextMate grammars, or stay plain. */
export function coarseLanguages(): readonly string[] {
  return COARSE_LANGUAGES.map((language) => language.tag)
    .filter((tag) => findLanguage(tag) === undefined)
    .sort()
}
