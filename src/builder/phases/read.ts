/** The first phase: from files to a site. */

import { exhausted, type Time } from '../../base/index.ts'
import { type FileTree, treeOver } from '../../files/index.ts'
import { type ReadOptions, readSite } from '../../read/index.ts'
import { type Site, siteTime } from '../../site/index.ts'
import type { KeptResults } from '../kept/kept-results.ts'
import { type Makers, readingKey } from '../kept/settings-key.ts'
import { checkSources } from '../output/check-destination.ts'
import { withPluginTemplates } from '../plugins/plugin-templates.ts'
import { type Build, makersOf } from './build.ts'

export interface Read {
  /** as its files say, with the layouts and includes that plugins bring */
  readonly site: Site
}

/** Reads the site. Throws a BuildError where Jekyll stops, and where a build would remove sources. */
export function readSources(build: Build): Read {
  const { source, plugins, reading, kept, atWork, timer, diagnostics } = build
  const { tree, config, theme, time, present = time, memory } = source
  let last = 'the site'
  const noting = noticed(tree, (path) => {
    last = path
    atWork('Reading', path)
  })
  const clock = (now: Time) => ({ time: siteTime(config, now), now })
  const read = timer.time('READ', () => {
    try {
      return readSite(noting, config, {
        ...clock(time),
        present: clock(present),
        ...reading,
        memory,
        // What is counted must be read.
        ...(source.limits === undefined ? { keeper: keeperFor(kept?.sources, makersOf(build)) } : {}),
        ...(theme === undefined ? {} : { theme }),
      })
    } catch (error) {
      throw exhausted(error, `reading ${last}`) ?? error
    }
  })
  diagnostics.push(...read.diagnostics)
  checkSources(read.site)
  return { site: withPluginTemplates(read.site, plugins) }
}

/** What `sources` has of files that were read by such rules. */
function keeperFor(sources: KeptResults['sources'], makers: Makers): ReadOptions['keeper'] {
  return (rules) => {
    const key = sources === undefined ? undefined : readingKey(rules, makers)
    return key === undefined ? undefined : sources?.begin(key)
  }
}

/** `tree`, of which `note` is told each folder and file before it is read. */
function noticed(tree: FileTree, note: (path: string) => void): FileTree {
  return treeOver(tree, {
    list(directory) {
      note(directory === '' ? 'the site' : directory)
      return tree.list(directory)
    },
    read(path) {
      note(path)
      return tree.read(path)
    },
  })
}
