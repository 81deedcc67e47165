/**
 * What `--incremental` remembers: finished pages whose output depends on nothing but themselves.
 *
 * Such a page has no Liquid in its text or in any layout around it, so it can see no other page, no data and no clock;
 * its output follows from its own fields, its layouts' texts, the configuration and the program. All of these are in one
 * digest, and a page with the same digest is not rendered again. Every other page is, so the result is always that of a
 * full build; Jekyll's own flag does not promise that. The file stands where Jekyll keeps its own: `.jekyll-metadata`.
 */
import fs from 'node:fs'
import { type Hash, isHash, rubyToS, sha256, type Value } from '../base/index.ts'
import type { Plugin } from '../plugins/index.ts'
import { layoutData, type Rendered, type Standing } from '../render/index.ts'
import {
  type Config,
  hasLiquid,
  isMarkdownExt,
  isPlaced,
  type Layout,
  layoutsAround,
  type Renderable,
  type Site,
  settingOf,
} from '../site/index.ts'

export interface PageMemory {
  /** the result of an earlier build that still holds for `doc` */
  recall(doc: Renderable): Rendered | undefined
  /** keeps `rendered` for later builds, if it can hold then */
  keep(doc: Renderable, rendered: Rendered): void
  /** writes what this build recalled and kept; a file that cannot be written is left out */
  save(): void
}

interface Remembered {
  readonly digest: string
  readonly output: string
  readonly content: string
}

/**
 * The memory of the last build, or undefined without `incremental: true` and where plugins take part in rendering.
 * `program` names the version that renders: another one forgets all.
 */
export function pageMemory(
  site: Site,
  plugins: readonly Plugin[],
  program: string | undefined,
): PageMemory | undefined {
  const { config } = site
  if (program === undefined || !config.keeping.pages) return undefined
  const alone = plugins.every(
    ({ converters, codeBlocks, hooks }) =>
      converters === undefined && codeBlocks === undefined && hooks === undefined,
  )
  const place = `${config.source}/.jekyll-metadata`
  const reference = JSON.stringify(config.reference)
  const common = sha256([program, config.environment, reference, asText(config.data)].join('\0'))
  const before = alone ? read(place) : new Map<string, Remembered>()
  const now = new Map<string, Remembered>()
  const digestFor = (doc: Renderable): string | undefined => {
    const layouts = alone && isPlain(doc, config) ? plainLayouts(doc, site) : undefined
    if (layouts === undefined) return undefined
    const { id, url, outputPath, ext, data, body } = doc
    const own = JSON.stringify([
      id,
      url,
      outputPath,
      ext,
      asText(data),
      rubyToS(settingOf(doc, 'layout')),
      body,
    ])
    return sha256([common, own, ...layouts.map((layout) => layout.body)].join('\0'))
  }
  return {
    recall(doc) {
      const known = before.get(doc.id)
      if (known === undefined || known.digest !== digestFor(doc)) return undefined
      now.set(doc.id, known)
      const { output, content } = known
      return {
        id: doc.id,
        output,
        content,
        extraFiles: [],
        diagnostics: [],
        standing: standingAfter(doc, content, plainLayouts(doc, site) ?? []),
      }
    },
    keep(doc, { output, content, extraFiles, diagnostics }) {
      const digest = digestFor(doc)
      if (digest === undefined || extraFiles.length > 0 || diagnostics.length > 0) return
      now.set(doc.id, { digest, output, content })
    },
    save() {
      try {
        fs.writeFileSync(place, JSON.stringify({ whirl: FORMAT, pages: Object.fromEntries(now) }))
      } catch {
        // The next build renders everything, which is right as well.
      }
    },
  }
}

const FORMAT = 1

/** Whether `doc` is text that one of the converters without outside knowledge takes, and no template. */
function isPlain({ ext, body }: Renderable, config: Config): boolean {
  return (ext.toLowerCase() === '.html' || isMarkdownExt(config, ext)) && !hasLiquid(body)
}

/** The layouts around `doc`, innermost first; undefined when one is a template. */
function plainLayouts(doc: Renderable, { layouts }: Site): readonly Layout[] | undefined {
  const chain = [...layoutsAround(doc, (name) => layouts.get(name))]
  return chain.some((layout) => hasLiquid(layout.body)) ? undefined : chain
}

/** What `doc` leaves for those after it: a layout without Liquid prints nothing but itself. */
function standingAfter(doc: Renderable, content: string, layouts: readonly Layout[]): Standing {
  let data: Hash | null = null
  for (const layout of layouts) data = layoutData(layout, data)
  return {
    ...(layouts.length === 0 ? {} : { content: layouts.at(-2)?.body ?? content }),
    ...(isPlaced(doc) ? { layout: data } : {}),
  }
}

/** A hash as text that differs when it does: keys keep their order and values their type. */
function asText(hash: Hash): string {
  return JSON.stringify(hash, (_, value: Value) =>
    isHash(value) ? { hash: [...value] } : typeof value === 'bigint' ? `${value}n` : value,
  )
}

function read(place: string): ReadonlyMap<string, Remembered> {
  try {
    const file: unknown = JSON.parse(fs.readFileSync(place, 'utf8'))
    if (typeof file !== 'object' || file === null || !('whirl' in file) || file.whirl !== FORMAT)
      return new Map()
    const pages = 'pages' in file ? file.pages : undefined
    if (typeof pages !== 'object' || pages === null) return new Map()
    return new Map(
      Object.entries(pages).filter((entry): entry is [string, Remembered] => isRemembered(entry[1])),
    )
  } catch {
    // No file, or Jekyll's own, which is not JSON.
    return new Map()
  }
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false
  return ['digest', 'output', 'content'].every((key) => typeof Reflect.get(value, key) === 'string')
}
