/** Sites in memory, read and rendered as builder/ does it, without writing. */
import { type Diagnostic, parseYaml, Time, type Value, zoneFor } from '../../src/base/index.ts'
import { memoryTree, readSite } from '../../src/read/index.ts'
import {
  blockTags,
  createShared,
  nothingRendered,
  type Progress,
  renderDocument,
  type Shared,
  withRendered,
} from '../../src/render/index.ts'
import { configFrom, type Site, siteTime } from '../../src/site/index.ts'
import { RECORDED } from '../recorded.ts'
import { compilers } from './compilers.ts'

const ZONE = zoneFor('UTC')
/** `site.time` where a site sets none; the script that asks the reference sets the same. */
const NOW = new Time(1714979289, 0, 0, 'UTC')

export interface BuiltSite {
  readonly site: Site
  readonly shared: Shared
  readonly progress: Progress
  readonly outputs: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the files (paths below the site's root) and makes what rendering shares; nothing is rendered. */
export function openSite(
  files: ReadonlyMap<string, string>,
  compat?: string,
): {
  site: Site
  shared: Shared
  diagnostics: Diagnostic[]
} {
  const read = parseYaml(files.get('_config.yml') ?? '', ZONE)
  const data =
    'value' in read && read.value instanceof Map ? (read.value as ReadonlyMap<Value, Value>) : new Map()
  const overrides = new Map<Value, Value>([
    ...(compat === undefined && data.has('compat') ? [] : ([['compat', compat ?? RECORDED]] as const)),
    ['source', '/SITE'],
    ['destination', '/SITE/_site'],
    ['disable_disk_cache', true],
  ])
  const { config } = configFrom(data, overrides, {
    cwd: '/',
    environment: 'development',
    zone: ZONE,
    home: '/',
  })
  const tree = memoryTree(files, '/SITE')
  const { site, diagnostics } = readSite(tree, config, {
    time: siteTime(config, NOW),
    now: NOW,
    blockTags: blockTags([]),
  })
  const shared = createShared(site, {
    includeCache: true,
    compilers,
    files: { readText: (path) => files.get(path.replace(/^\/SITE\//, '')) },
  })
  return { site, shared, diagnostics: [...diagnostics] }
}

/** Renders everything in order, as the Jekyll called `compat`. Throws the BuildError of the first document that fails. */
export function buildSite(files: ReadonlyMap<string, string>, compat?: string): BuiltSite {
  const { site, shared, diagnostics } = openSite(files, compat)
  let progress = nothingRendered()
  const outputs = new Map<string, string>()
  for (const doc of site.renderables.values()) {
    const rendered = renderDocument(doc, shared, progress)
    progress = withRendered(progress, rendered)
    diagnostics.push(...rendered.diagnostics)
    if (doc.write) outputs.set(doc.outputPath, rendered.output)
    for (const extra of rendered.extraFiles) outputs.set(extra.outputPath, extra.text)
  }
  return { site, shared, progress, outputs, diagnostics }
}
