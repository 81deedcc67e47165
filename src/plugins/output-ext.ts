/** What plugins' converters make of extensions. */
import {
  type Config,
  type OutputExt,
  outputExtOf,
  type Renderable,
  type Site,
  withConvertedExt,
} from '../site/index.ts'
import type { PluginConverter } from './api.ts'
import { mapRenderables } from './change-site.ts'

/** Jekyll's own converters, and the one that takes every file and changes nothing, stand at these priorities. */
const BUNDLED = 0
const IDENTITY = -100

/**
 * What converters make of an extension, `own` ones of plugins among them: as in Jekyll the last says it that runs before
 * the one that takes all files. undefined where plugins have none, and the configuration alone decides.
 */
export function outputExtWith(config: Config, own: readonly PluginConverter[]): OutputExt | undefined {
  if (own.length === 0) return undefined
  const bundled = outputExtOf(config)
  return (ext) => {
    const made = bundled(ext)
    const chain = [
      ...(made === ext ? [] : [{ priority: BUNDLED, made }]),
      { priority: IDENTITY, made: ext },
      ...own
        .filter((converter) => converter.matches(ext))
        .map((converter) => ({ priority: converter.priority, made: converter.outputExt(ext) })),
    ].sort((a, b) => b.priority - a.priority)
    return (chain.at(-2) ?? chain.at(-1))?.made ?? ext
  }
}

/**
 * `site`, every extension of which `ask` was asked about: a page that a generator made has the extension that a
 * plugin's converter gives it.
 */
export function withOutputExts(site: Site, ask: OutputExt | undefined): Site {
  if (ask === undefined) return site
  const outputExts = new Map(site.outputExts)
  for (const { ext } of site.renderables.values()) if (!outputExts.has(ext)) outputExts.set(ext, ask(ext))
  if (outputExts.size === site.outputExts.size) return site
  const known = <Doc extends Renderable>(doc: Doc): Doc =>
    withConvertedExt(doc, outputExts.get(doc.ext) ?? doc.convertedExt)
  return mapRenderables({ ...site, outputExts }, { document: known, page: known })
}
