/**
 * A site that a plugin builds several times, with other settings each. All parts are rendered before anything is written, and
 * written as one output: of two files with one path the later part's wins, as if each had been written in its turn.
 */
import path from 'node:path'
import { BuildError, type Diagnostic, isInside } from '../base/index.ts'
import { failureOf, type PartOfBuild, type Plugin } from '../plugins/index.ts'
import { type Config, withSettings } from '../site/index.ts'
import { type Build, beginBuild } from './phases/build.ts'
import type { Finished } from './phases/finish.ts'
import { generate } from './phases/generate.ts'
import { readSources } from './phases/read.ts'
import { type Rendered, type RenderOptions, render } from './phases/render.ts'
import { outputOf, renderedTexts } from './phases/rendered-texts.ts'
import { tellWritten, type WriteOptions, type Written, withCleanPath, write } from './phases/write.ts'
import type { PlannedFile } from './plan.ts'

/** What the plugin's builds came to, before anything is written. */
export interface Parts {
  readonly parts: readonly Part[]
  /** called once all is written */
  readonly written: () => void
}

interface Part {
  readonly build: Build
  readonly rendered: Rendered
  /** where it lies in the destination: `es`, '' for the whole */
  readonly below: string
  again(): void
}

/** Renders the parts of `build`, where a plugin makes it of such; undefined where none does. Throws as the phases do. */
export function renderParts(build: Build, options: RenderOptions): Parts | undefined {
  const plugin = build.plugins.find(({ builds }) => builds !== undefined)
  if (plugin?.builds === undefined) return undefined
  const parts: Part[] = []
  plugin.origin?.started('the builds of the site')
  try {
    const written = plugin.builds(build.source.config, (part) => {
      parts.push(renderPart(build, plugin, part, options))
    })
    return { parts, written }
  } catch (error) {
    throw failureOf(plugin, 'the builds of the site', error)
  } finally {
    plugin.origin?.ended()
  }
}

function renderPart(whole: Build, plugin: Plugin, part: PartOfBuild, options: RenderOptions): Part {
  const config = partConfig(whole.source.config, plugin, part)
  // What a process knows of its last build it knows of all of it.
  const { kept: _, memory: __, program: ___, isOnly: ____, ...source } = whole.source
  const begun = beginBuild({ ...source, config, isPart: true }, whole.diagnostics)
  const build: Build = { ...begun, timer: whole.timer }
  const { elsewhere: _____, ...rendering } = options
  try {
    const rendered = render(build, generate(build, readSources(build)), rendering)
    return {
      build,
      rendered,
      below: path.relative(whole.source.config.destination, config.destination),
      again: () => part.again(),
    }
  } finally {
    build.compilers.end()
  }
}

/** Throws a BuildError for a part that would be written beside the output. */
function partConfig(config: Config, { name, origin }: Plugin, part: PartOfBuild): Config {
  const destination = path.resolve(part.destination)
  if (!isInside(config.destination, destination))
    throw new BuildError([outside(name, destination, origin?.file)])
  return { ...withSettings(config, part.settings), destination }
}

function outside(name: string, destination: string, file: string | undefined): Diagnostic {
  return {
    code: 'plugins/part-outside',
    severity: 'error',
    message: `The plugin '${name}' builds a part of the site to ${destination}, which is not in the destination.`,
    help: 'build parts to directories in `site.dest`',
    trail: file === undefined ? [] : [`defined in ${file}`],
  }
}

/** Writes what was `finished` of the parts, in their order. Throws as `write` does. */
export function writeParts(
  build: Build,
  { parts, written }: Parts,
  finished: readonly Finished[],
  options: WriteOptions,
): Written {
  const files = new Map<string, PlannedFile>()
  finished.forEach((each, i) => {
    const { below = '' } = parts[i] ?? {}
    for (const file of filesOf(each)) {
      const place = path.posix.join(below, file.path)
      files.set(place, { ...file, path: place })
    }
  })
  const first = finished[0]
  if (first === undefined) throw new BuildError([noParts(build)])
  const { looked: _, ...rendered } = first.rendered
  const whole: Finished = {
    rendered: { ...rendered, changed: new Map(), keeping: undefined },
    files: [...files.values()],
  }
  const result = write(build, whole, options, () => {
    parts.forEach((part, i) => {
      part.again()
      const { rendered, files: own } = finished[i]!
      tellWritten(part.build, rendered, own.map(withCleanPath))
    })
    written()
  })
  const sum = (count: (part: Part) => number): number => parts.reduce((all, part) => all + count(part), 0)
  return {
    ...result,
    counters: {
      ...result.counters,
      documents: sum(({ rendered: { site } }) => site.renderables.size - site.pages.length),
      pages: sum(({ rendered: { site } }) => site.pages.length),
      staticFiles: sum(({ rendered: { site } }) => site.staticFiles.length),
      rendered: sum(({ rendered }) => rendered.count),
      placed: sum(({ rendered }) => rendered.keeping?.placed.size ?? 0),
    },
  }
}

/** All files of a part: documents of several parts have the same ids, so that their texts stand for them. */
function filesOf({ rendered, files }: Finished): readonly PlannedFile[] {
  const texts = renderedTexts(rendered.progress, rendered.changed)
  return files.map(withCleanPath).map(({ path, label, from }) => ({
    path,
    label,
    from: 'kind' in from ? { text: outputOf(texts, from.id) } : from,
  }))
}

function noParts({ plugins }: Build): Diagnostic {
  const { name = '' } = plugins.find(({ builds }) => builds !== undefined) ?? {}
  return {
    code: 'plugins/no-parts',
    severity: 'error',
    message: `The plugin '${name}' takes the place of the build of the site, and builds nothing.`,
    help: 'have it build the site, or take it out',
    trail: [],
  }
}
