/** The phase between reading and rendering: plugins make a site of the site. */
import type { Diagnostic } from '../../base/index.ts'
import { type GeneratorContext, runGenerators, withOutputExts } from '../../plugins/index.ts'
import {
  absoluteUrl,
  type Converters,
  createLoneTemplates,
  createSiteConverters,
  type LoneTemplates,
  MARKDOWN,
  relativeUrl,
} from '../../render/index.ts'
import type { Site } from '../../site/index.ts'
import { askJson } from '../ask-json.ts'
import { bytesCache } from '../bytes-cache.ts'
import { type Changes, changesSince } from '../changes.ts'
import { gitRepository, NO_REPOSITORY } from '../git-repository.ts'
import { outputCounter } from '../limits.ts'
import { type Plan, planAgain, planBuild } from '../plan.ts'
import { withPlaceInWords } from '../setting-place.ts'
import { asConverter } from './as-converter.ts'
import type { Build } from './build.ts'
import type { Read } from './read.ts'

export interface Generated {
  /** with what plugins added and changed; from here on it stays as it is */
  readonly site: Site
  readonly plan: Plan
  /** what is another than in the last build of this process, where little is */
  readonly changes: Changes | undefined
}

/** Runs the hooks on reading and the generators. Throws what they throw, as a BuildError. */
export function generate(build: Build, read: Read): Generated {
  const { source, plugins, hooks, parts, files, compilers, reading, atWork, timer, diagnostics } = build
  const { config, lastCommit = () => undefined, info = () => {} } = source
  const cache = bytesCache(build.store)
  const repository = source.git === false ? NO_REPOSITORY : gitRepository(config)
  const ask = source.askJson ?? askJson(config)
  atWork('Preparing', 'the site')
  const completed = (made: Site): Site => withOutputExts(made, reading.outputExt)
  const site = timer.time('GENERATE', () => {
    const first = completed(hooks.postRead(read.site))
    let converters: Converters | undefined
    const warn = (diagnostic: Diagnostic): void => {
      diagnostics.push(
        diagnostic.settings === undefined
          ? diagnostic
          : withPlaceInWords(diagnostic, config.source, source.configFiles ?? []),
      )
    }
    const contextFor = (current: Site): Omit<GeneratorContext, 'options'> => {
      let templates: LoneTemplates | undefined
      const lone = (): LoneTemplates => {
        templates ??= createLoneTemplates(
          current,
          { files, compilers, ...parts, converters: parts.converters.map(asConverter) },
          warn,
        )
        return templates
      }
      return {
        markdownify(text) {
          converters ??= createSiteConverters(first, { files, compilers, ...parts })
          return converters.piece(MARKDOWN, text)
        },
        template: (text, variables) => lone().render(text, variables),
        siteDrop: () => lone().site,
        drop: (doc) => lone().drop(doc),
        absoluteUrl: (path) => absoluteUrl(current.config, path),
        relativeUrl: (path) => relativeUrl(current.config, path),
        readText: (path) => files.readText(path),
        lastCommit,
        repository,
        cache,
        askJson: ask,
        info,
        warn,
      }
    }
    return runGenerators(first, plugins, contextFor, completed, ({ name }) =>
      atWork(`The plugin ${name}`, 'the site'),
    )
  })
  const last = build.kept?.last
  const changes = last === undefined ? undefined : changesSince(site, last.site)
  const plan = (changes && last?.plan && planAgain(site, last.plan, changes)) ?? planBuild(site)
  const { limits } = source
  if (limits !== undefined) {
    const count = outputCounter(limits)
    for (const { path, from } of plan.write)
      count(path, 'file' in from && !('kind' in from) ? from.file.size : 0)
  }
  return { site, plan, changes }
}
