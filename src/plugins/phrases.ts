/** Words and dates on pages, in the language of the page: for plugins, and as filters for their templates. */
import { isHash, type Value } from '../base/index.ts'
import { type FilterDefinition, type RenderContext, toText } from '../liquid/index.ts'
import {
  dayIn,
  isDateForm,
  isPhrase,
  type Locale,
  type OwnPhrases,
  type PhraseName,
  phraseIn,
  runsAgainst,
  say,
} from '../locale/index.ts'
import { servicesOf } from './services.ts'
import { fieldOf } from './values.ts'

/** The language of the page that is rendered, or of the site, and what the site says itself in it (`_data/phrases/fr.yml`). */
interface Tongue {
  readonly locale: Locale
  readonly own: OwnPhrases | undefined
}

function tongueOf(ctx: RenderContext): Tongue {
  const site = ctx.get('site')
  const written = languageOf(fieldOf(ctx.get('page'), 'lang'), fieldOf(site, 'lang'))
  return { locale: servicesOf(ctx).locale(written), own: ownPhrases(fieldOf(site, 'data'), written) }
}

/** What a site with these data files says itself in a language. */
export function ownPhrases(data: unknown, language: string): OwnPhrases | undefined {
  const own = fieldOf(fieldOf(data, 'phrases'), language)
  return isHash(own as Value) ? (own as OwnPhrases) : undefined
}

/** The language of a page with this `lang` on a site with that one. */
export function languageOf(page: unknown, site: unknown): string {
  for (const written of [page, site]) if (typeof written === 'string' && written.trim() !== '') return written
  return 'en'
}

/** A phrase in some language, `values` in its places. */
export type Say = (name: PhraseName, ...values: readonly (string | number)[]) => string

/** The phrase `name` in the language of the page that is rendered. */
export function phraseOn(
  ctx: RenderContext,
  name: PhraseName,
  ...values: readonly (string | number)[]
): string {
  const { locale, own } = tongueOf(ctx)
  return say(locale, own, name, values)
}

/**
 * Filters for templates of ours, each name with `prefix` before it: `"by" | P_say: names`, `3 | P_count: "posts"`,
 * `page.date | P_date: "long"`, `names | P_list`; `"found" | P_plurals`, a phrase's forms by plural as JSON, for scripts;
 * `"" | P_language` and `"" | P_direction`, what the page's `lang` and `dir` are. What they give is not escaped. But
 * `title | P_name` is: somebody's or something's name, apart from what stands around it where it runs the other way.
 */
export function phraseFilters(prefix: string): Readonly<Record<string, FilterDefinition>> {
  const known = (ctx: RenderContext, name: string): PhraseName =>
    isPhrase(name) ? name : servicesOf(ctx).raise(`No phrase '${name}'`)
  return {
    [`${prefix}_say`]: {
      min: 0,
      max: 9,
      run: (ctx, name, ...values) => phraseOn(ctx, known(ctx, toText(name)), ...values.map(toText)),
    },
    [`${prefix}_count`]: {
      min: 1,
      max: 9,
      run: (ctx, count, name, ...values) =>
        phraseOn(ctx, known(ctx, toText(name)), toText(count), ...values.map(toText)),
    },
    [`${prefix}_date`]: { min: 1, max: 1, run: (ctx, date, form) => dateOn(ctx, date, toText(form)) },
    [`${prefix}_list`]: {
      min: 0,
      max: 0,
      run: (ctx, names) =>
        tongueOf(ctx).locale.list.format(Array.isArray(names) ? names.map(toText) : [toText(names)]),
    },
    [`${prefix}_plurals`]: {
      min: 0,
      max: 0,
      run: (ctx, name) => JSON.stringify(formsOf(tongueOf(ctx), known(ctx, toText(name)))),
    },
    [`${prefix}_name`]: {
      min: 0,
      max: 0,
      run: (ctx, written) => {
        const name = toText(written)
        const escaped = toText(servicesOf(ctx).filter(ctx, 'escape', name))
        return runsAgainst(name, tongueOf(ctx).locale.direction) ? `<bdi>${escaped}</bdi>` : escaped
      },
    },
    [`${prefix}_language`]: { min: 0, max: 0, run: (ctx) => tongueOf(ctx).locale.tag },
    [`${prefix}_direction`]: { min: 0, max: 0, run: (ctx) => tongueOf(ctx).locale.direction },
  }
}

/** The texts of a phrase by plural. */
function formsOf({ locale, own }: Tongue, name: PhraseName): Readonly<Record<string, string>> {
  const phrase = phraseIn(own?.get(name)) ?? locale.phrases[name]
  return typeof phrase === 'string' ? { other: phrase } : phrase
}

/** A date in the language of the page. What is no date stays as it is. */
function dateOn(ctx: RenderContext, date: unknown, form: string): string {
  const { filter, raise } = servicesOf(ctx)
  if (!isDateForm(form)) return raise(`No form '${form}' of dates`)
  const found = /^(-?\d+) (\d+) (\d+)$/.exec(toText(filter(ctx, 'date', date, '%Y %m %d')))
  if (found === null) return toText(date)
  return dayIn(tongueOf(ctx).locale, form, Number(found[1]), Number(found[2]), Number(found[3]))
}
