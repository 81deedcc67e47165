/**
 * Social cards: a picture of 1200 × 630 pixels for each post, with its title, author and date and the logo of the
 * employer it was written for, drawn at build time and kept in the cache. A template finds its path as
 * `page.social_card` and puts it into `og:image`. Whirl's own.
 */
import {
  createLocale,
  type Diagnostic,
  type Document,
  dayIn,
  definePlugin,
  type FinishContext,
  type FinishedFile,
  fieldOf,
  firstPresent,
  isTruthy,
  languageOf,
  listOf,
  mapRenderables,
  packagesOf,
  type Renderable,
  type Site,
  sha256,
  siteTitleOn,
  strftime,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { type CardContent, type CardLogo, cardSvg } from './card-svg.ts'
import { type Measure, measureWith } from './font-metrics.ts'
import { SETTINGS, type SocialCardsOptions, socialCardsOptions } from './options.ts'
import { FIRA_SANS } from './typefaces.ts'

const NAME = 'social-cards'

/** Where the card of `doc` goes; undefined when it gets none, or brings a picture of its own. */
function cardPath(doc: Renderable, { collections, path }: SocialCardsOptions): string | undefined {
  const own = doc.data.get('social_card')
  if (typeof own === 'string' || own === false || !doc.write) return undefined
  const wanted = own === true || (doc.kind === 'document' && collections.includes(doc.collection))
  if (!wanted || !doc.outputPath.endsWith('.html')) return undefined
  return `${path}${doc.outputPath.replace(/(?:\/index)?\.html$/, '')}.png`
}

function withCards(site: Site): Site {
  const options = socialCardsOptions(site.config)
  const change = <Doc extends Renderable>(doc: Doc): Doc => {
    const path = cardPath(doc, options)
    return path === undefined
      ? doc
      : {
          ...doc,
          data: new Map<Value, Value>([...doc.data, ['social_card', path], ['social_card_drawn', true]]),
        }
  }
  return mapRenderables(site, { document: change, page: change })
}

async function draw(site: Site, ctx: FinishContext): Promise<readonly FinishedFile[]> {
  const options = socialCardsOptions(site.config)
  const docs = [...site.renderables.values()].filter((doc) => doc.data.get('social_card_drawn') === true)
  if (docs.length === 0) return []
  const fonts = FIRA_SANS.map((font) => ctx.programFile(font)).filter((font) => font !== undefined)
  if (fonts.length < FIRA_SANS.length) {
    ctx.warn(missingFonts())
    return []
  }
  const packages = packagesOf(site.config)
  const { loadResvg, painter, resvgVersion } = await import('./card-image.ts')
  const version = resvgVersion(packages) ?? ''
  let tools: { measure: Measure; paint: (svg: string) => Promise<Uint8Array> } | undefined
  const files: FinishedFile[] = []
  const logos = new Map<string, CardLogo | undefined>()
  for (const doc of docs) {
    const path = toText(doc.data.get('social_card')).replace(/^\//, '')
    const content = contentOf(site, doc, options, ctx, logos)
    const key = `social-card-${sha256(JSON.stringify([5, version, content, options.palette]))}.png`
    let bytes = ctx.cache.get(key)
    if (bytes === undefined) {
      if (tools === undefined) {
        const paths = fonts.map((font) => font.path)
        tools = {
          measure: measureWith(
            fonts.slice(0, 4).map((font) => font.bytes),
            fonts.slice(4).map((font) => font.bytes),
          ),
          paint: painter(await loadResvg(packages), paths),
        }
      }
      bytes = await tools.paint(cardSvg(content, options.palette, tools.measure))
      ctx.cache.put(key, bytes)
    }
    files.push({ path, content: bytes })
  }
  return files
}

/** What the typefaces have letters for. */
const WRITABLE = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u

/** In a language whose letters the typefaces lack the date is in digits. */
function dateText({ config }: Site, { date, data }: Document, format: string | undefined): string {
  if (format !== undefined) return format === '' ? '' : strftime(date, format)
  const locale = createLocale(languageOf(data.get('lang'), config.data.get('lang')))
  const [year = 0, month = 1, day = 1] = strftime(date, '%Y %m %d').split(' ').map(Number)
  const text = dayIn(locale, 'long', year, month, day)
  return WRITABLE.test(text) ? text : strftime(date, '%Y-%m-%d')
}

function contentOf(
  site: Site,
  doc: Renderable,
  { date }: SocialCardsOptions,
  ctx: FinishContext,
  logos: Map<string, CardLogo | undefined>,
): CardContent {
  const drop = ctx.drop(doc)
  const attribution = fieldOf(drop, 'attribution')
  const employer = listOf(fieldOf(attribution, 'employers') as Value)[0]
  const authors = listOf(fieldOf(attribution, 'authors') as Value)
    .map((author) => toText(fieldOf(author, 'name')))
    .filter((name) => name !== '')
  const author = firstPresent(fieldOf(doc.data.get('author'), 'name'), doc.data.get('author'))
  const owner = firstPresent(fieldOf(site.config.data.get('author'), 'name'), site.config.data.get('author'))
  const person = typeof author === 'string' ? author : typeof owner === 'string' ? owner : ''
  const logo = logoOf(employer, ctx, logos)
  return {
    site: toText(siteTitleOn(doc, site.config)),
    title: toText(firstPresent(fieldOf(drop, 'title'), doc.url)),
    byline: authors.length > 0 ? authors.join(', ') : person,
    date: doc.kind === 'document' ? dateText(site, doc, date) : '',
    employer: isTruthy(employer) ? toText(fieldOf(employer, 'name')) : '',
    ...(logo === undefined ? {} : { logo }),
  }
}

const LOGO_TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

/** The employer's logo for a dark ground where there is one, else the other, which gets a light plate. */
function logoOf(
  employer: unknown,
  ctx: FinishContext,
  known: Map<string, CardLogo | undefined>,
): CardLogo | undefined {
  const logo = fieldOf(employer, 'logo')
  const dark = toText(fieldOf(logo, 'dark'))
  const light = toText(fieldOf(logo, 'light'))
  const path = dark !== '' && dark !== light ? dark : light
  if (path === '') return undefined
  if (!known.has(path)) {
    const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
    const type = Object.hasOwn(LOGO_TYPES, ending) ? LOGO_TYPES[ending] : undefined
    const bytes = type === undefined || path.includes('://') ? undefined : ctx.readBytes(path)
    known.set(
      path,
      bytes === undefined || type === undefined
        ? undefined
        : {
            href: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
            plate: path === light,
            ratio: ratioOf(fieldOf(logo, 'width'), fieldOf(logo, 'height')),
          },
    )
  }
  return known.get(path)
}

function ratioOf(width: unknown, height: unknown): number {
  const ratio = Number(toText(width)) / Number(toText(height))
  return Number.isFinite(ratio) && ratio > 0 ? Math.min(Math.max(ratio, 0.5), 6) : 3
}

function missingFonts(): Diagnostic {
  return {
    code: 'social-cards/no-fonts',
    severity: 'warning',
    message: 'Social cards are left out: the typefaces that come with the program are not there.',
    help: 'install the program anew, or run `npm run bundle` in a clone of it',
    trail: [],
  }
}

export const socialCards = definePlugin({
  name: NAME,
  priority: 'low',
  settings: SETTINGS,
  needs: () => ['@resvg/resvg-js'],
  generate: withCards,
  finish: draw,
})
