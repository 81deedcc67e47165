/** The files of bibliographies, read once for a build and put among the site's data. */
import {
  addData,
  type Diagnostic,
  fieldOf,
  fromValue,
  type GeneratorContext,
  lineCol,
  type Renderable,
  type Site,
  toValue,
} from '../../plugin-api.ts'
import { readBibtex } from './bibtex-reader.ts'
import { itemOfEntry } from './from-bibtex.ts'
import { itemsOfCsl } from './from-csl.ts'
import { type Item, withSuffixes } from './item.ts'
import type { ScholarOptions } from './options.ts'

/** Where the site's data have them: a name that no data file can have. */
const DATA = '_bibliography'
const FILES = /(?:-f|--file)\s+([\w.-]+)/g

/** Works by key, in the order of their file. */
export type Bibliography = ReadonlyMap<string, Item>

/** The site with the bibliographies it names; as it is where it has none. */
export function addBibliographies(site: Site, ctx: GeneratorContext, options: ScholarOptions): Site {
  const found = [...namesIn(site, options)].flatMap((name) => {
    const path = [`${name}.bib`, `${name}.json`].find(
      (file) => textOf(site, ctx, options, file) !== undefined,
    )
    if (path === undefined) return []
    const items = withSuffixes(
      itemsIn(`${options.source}/${path}`, textOf(site, ctx, options, path) ?? '', ctx),
    )
    return [[name, Object.fromEntries(items.map((item) => [item.id, item]))] as const]
  })
  return found.length === 0 ? site : addData(site, { [DATA]: toValue(Object.fromEntries(found)) })
}

/** The bibliography `name` of what templates see as `site.data`; undefined where there is no such file. */
export function bibliographyOf(data: unknown, name: string): Bibliography | undefined {
  const found = fieldOf(fieldOf(data, DATA), name)
  if (!(found instanceof Map)) return undefined
  return new Map([...found].map(([key, item]) => [String(key), fromValue(item) as Item]))
}

/** The name of the site's own bibliography. */
export function ownName({ bibliography }: ScholarOptions): string {
  return bibliography.replace(/\.(?:bib|bibtex|json)$/, '')
}

function textOf(
  site: Site,
  ctx: GeneratorContext,
  { source }: ScholarOptions,
  file: string,
): string | undefined {
  return ctx.readText(`${site.config.source}/${source}/${file}`)
}

/** The site's own, and those that tags name. */
function namesIn(site: Site, options: ScholarOptions): ReadonlySet<string> {
  const names = new Set([ownName(options)])
  const texts: Iterable<Pick<Renderable, 'body'>> = [...site.renderables.values(), ...site.layouts.values()]
  for (const { body } of texts) {
    if (!body.includes('{%') || !/-f\s|--file/.test(body)) continue
    for (const [, name = ''] of body.matchAll(FILES)) names.add(name.replace(/\.(?:bib|json)$/, ''))
  }
  return names
}

function itemsIn(path: string, text: string, ctx: GeneratorContext): readonly Item[] {
  if (path.endsWith('.json')) {
    try {
      return itemsOfCsl(text)
    } catch (error) {
      ctx.warn(fault(path, text, error instanceof Error ? error.message : String(error)))
      return []
    }
  }
  const { entries, faults } = readBibtex(text)
  for (const { message, help, start, end } of faults)
    ctx.warn({
      ...fault(path, text, message, `:${lineCol(text, start).line}`),
      span: { start, end },
      help,
    })
  return entries.map(itemOfEntry)
}

/** @param line what follows the path where the line is known, `:3`: a build prints the message alone */
function fault(path: string, text: string, message: string, line = ''): Diagnostic {
  return {
    code: 'bibliography/faulty-file',
    severity: 'warning',
    topic: 'Bibliography:',
    message: `${path}${line}: ${message}`,
    source: { path, text },
    trail: [],
  }
}
