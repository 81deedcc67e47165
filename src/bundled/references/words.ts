/** The words of numbers, in the language of a page. */
import {
  languageOf,
  type NumberWords,
  ownPhrases,
  type PhraseName,
  type Renderable,
  type Site,
  say,
  type TextContext,
} from '../../plugin-api.ts'

export function wordsFor(doc: Renderable, site: Site, ctx: TextContext): NumberWords {
  const language = languageOf(doc.data.get('lang'), site.config.data.get('lang'))
  const words = (name: PhraseName, value: string | number): string =>
    say(ctx.locale(language), ownPhrases(site.data, language), name, [value])
  return {
    figure: (number) => words('figure', number),
    table: (number) => words('table', number),
    section: (title, number) =>
      number === undefined ? words('section', title) : words('section_numbered', number),
  }
}
