/**
 * For the tests of plugins: a site in memory, through the real build.
 *
 *     const site = await testSite(`
 *     -- index.html --
 *     ---
 *     ---
 *     {% greet you %}
 *     `, { plugins: [greet] })
 *     expect(site.output('index.html')).toBe('Hello, you!\n')
 */
import {
  BuildError,
  type Diagnostic,
  type Hash,
  isHash,
  parseTime,
  parseYaml,
  utcTime,
  type Value,
  zoneFor,
} from './base/index.ts'
import { buildAndFinish, memoryOutput } from './builder/index.ts'
import { BUNDLED } from './bundled/index.ts'
import type { FileTree } from './files/index.ts'
import {
  checkedPlugin,
  type Plugin,
  type PluginOrigin,
  pluginsFor,
  runChecks,
  toValue,
} from './plugins/index.ts'
import { memoryTree } from './read/index.ts'
import { configFrom, type Site, type SiteFile } from './site/index.ts'

export interface TestOptions {
  /** plugins under test; those that the site's `_config.yml` names besides must be bundled ones */
  readonly plugins?: readonly (Plugin | Promise<Plugin>)[]
  /** settings over those of the site's `_config.yml` */
  readonly config?: Readonly<Record<string, unknown>>
  /** `site.time`, as a date in any form that front matter takes; 2026-01-02 in UTC when not given */
  readonly time?: string
  /** `jekyll.environment`; development when not given */
  readonly environment?: string
}

export interface TestSite {
  /** what was written: path in the destination -> text, or the bytes of a file that was copied or made of bytes */
  readonly outputs: ReadonlyMap<string, string | Uint8Array>
  /** The text at `path` of the destination, bytes read as UTF-8; undefined when nothing was written there. */
  output(path: string): string | undefined
  /** the site as it was rendered, with what generators added */
  readonly site: Site
  /** warnings */
  readonly diagnostics: readonly Diagnostic[]
  /** What `whirl check` would report of the plugins' own `check`. */
  check(): readonly Diagnostic[]
  /** lines of the log that plugins wrote: `Topic: message` */
  readonly log: readonly string[]
}

const ROOT = '/site'
const EPOCH = utcTime(1970)
/** Plugins of a test have their places in the traces that the test's own runner prints. */
const ORIGIN: PluginOrigin = {
  file: 'the test',
  placeOf: () => undefined,
  started: () => {},
  ended: () => {},
}

/**
 * Builds the site made of `files`: texts by path, or one text in which a line `-- path --` starts each file. Rejects
 * with a BuildError (its message is the first error's) where the build stops.
 */
export async function testSite(
  files: string | Readonly<Record<string, string | Uint8Array>>,
  { plugins = [], config: settings = {}, time = '2026-01-02', environment = 'development' }: TestOptions = {},
): Promise<TestSite> {
  const zone = zoneFor('UTC')
  const tree = memoryTree(typeof files === 'string' ? files : new Map(Object.entries(files)), ROOT)
  const overrides = new Map([...asHash(toValue(settings)), ['source', ROOT]])
  const { config } = configFrom(configFile(tree), overrides, { cwd: '/', zone, environment })
  const found: Plugin[] = []
  for (const plugin of plugins) found.push(checkedPlugin(await plugin, ORIGIN))
  const used = pluginsFor(config, { bundled: BUNDLED, found })
  const output = memoryOutput()
  const log: string[] = []
  const { site, diagnostics } = await buildAndFinish({
    config,
    tree,
    time: parseTime(time, zone, EPOCH),
    output,
    bundled: BUNDLED,
    plugins: used,
    info: (topic, message) => log.push(`${topic} ${message}`),
  })
  const outputs = new Map<string, string | Uint8Array>()
  for (const [path, content] of output.contents)
    outputs.set(path, isFile(content) ? tree.read(content.path).bytes : content)
  return {
    outputs,
    output: (path) => {
      const content = outputs.get(path)
      return content instanceof Uint8Array ? new TextDecoder().decode(content) : content
    },
    site,
    diagnostics,
    check() {
      const texts = [...outputs].filter((each): each is [string, string] => typeof each[1] === 'string')
      return runChecks(site, used, {
        outputs: new Map(texts),
        readText: (path) => readText(tree, path),
      })
    },
    log,
  }
}

function readText(tree: FileTree, path: string): string | undefined {
  const place = path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : path
  return tree.kindOf(place) === 'file' ? new TextDecoder().decode(tree.read(place).bytes) : undefined
}

function isFile(content: string | Uint8Array | SiteFile): content is SiteFile {
  return typeof content === 'object' && !(content instanceof Uint8Array)
}

function configFile(tree: FileTree): Hash {
  if (tree.kindOf('_config.yml') !== 'file') return new Map()
  const text = new TextDecoder().decode(tree.read('_config.yml').bytes)
  const { value, error } = parseYaml(text, zoneFor('UTC'), '_config.yml')
  if (error === undefined) return asHash(value)
  throw new BuildError([
    { code: 'read/yaml', severity: 'error', message: `_config.yml: ${error.message}`, trail: [] },
  ])
}

function asHash(value: Value): Hash {
  return isHash(value) ? value : new Map()
}
