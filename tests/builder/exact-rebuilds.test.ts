/**
 * After any edits, a build that takes what earlier builds kept gives what a clean one gives, byte for byte, and says the
 * same. WHIRL_EDITS sets the number of edits (200), WHIRL_EDIT_SEED where they begin, WHIRL_EDIT_SITES the sites.
 */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import {
  buildAndFinish,
  buildTime,
  diskOutput,
  loadPlugins,
  loadSetup,
  type MemoryOutput,
  memoryOutput,
  sourceTree,
} from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { namedState, stateOfPlugins } from '../../src/cli/kept.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { newFolder } from '../site-maker.ts'
import { edit, randomFrom } from './edit-script.ts'

/** They draw pictures of the same outputs, and take long about it. */
const SLOW: ReadonlySet<string> = new Set(['social-cards', 'search'])

/** WHIRL_EDIT_SITES names other folders, with commas between. */
const SITES = process.env.WHIRL_EDIT_SITES?.split(',') ?? [
  'blog',
  'collections',
  'excerpts',
  'includes',
  'order',
  'plugin-many',
]
const EDITS = Number(process.env.WHIRL_EDITS ?? 200)
const SEED = Number(process.env.WHIRL_EDIT_SEED ?? 1)
const fixtures = path.resolve(import.meta.dirname, '../sites')

/** One build of the site at `root`: into its `_site` with what was kept, or a clean one into memory. */
async function build(root: string, clock: number, kept: boolean) {
  const setup = loadSetup({
    cwd: root,
    environment: 'production',
    variables: {},
    timezone: 'UTC',
  })
  const { config, theme, script, diagnostics } = setup
  const loaded = await loadPlugins(config, {
    bundled: BUNDLED,
    ...(theme === undefined ? {} : { theme: theme.plugins }),
    ...(script === undefined ? {} : { script }),
  })
  const output = kept ? diskOutput(config.destination) : memoryOutput()
  const result = await buildAndFinish({
    config,
    ...(theme === undefined ? {} : { theme }),
    tree: sourceTree(config),
    time: buildTime(String(clock), zoneFor(config.timezone)),
    output,
    bundled: BUNDLED,
    plugins: loaded.plugins.filter(({ name }) => !SLOW.has(name)),
    pluginFiles: namedState({ pluginState: stateOfPlugins(loaded) }),
    askJson: () => undefined,
    ...(kept ? { program: 'test' } : {}),
  })
  const said = [...diagnostics, ...loaded.diagnostics, ...result.diagnostics]
  return {
    output,
    counters: result.counters,
    said: said.map(({ code, message, source }) => [code, message, source]),
  }
}

/** What builds make. */
const APART: ReadonlySet<string> = new Set(['_site', '.jekyll-cache'])

type Outcome =
  | { readonly files: ReadonlyMap<string, string>; readonly said: unknown; readonly rendered: number }
  | { readonly stopped: unknown }

async function outcome(root: string, clock: number, kept: boolean): Promise<Outcome> {
  try {
    const { output, said, counters } = await build(root, clock, kept)
    const files = new Map<string, string>()
    const { rendered } = counters
    if ('contents' in output) {
      for (const [name, content] of (output as MemoryOutput).contents)
        files.set(
          name,
          textOf(
            typeof content === 'object' && 'root' in content
              ? fs.readFileSync(path.join(content.root, content.path))
              : content,
          ),
        )
    } else
      for (const name of output.existing().files)
        files.set(name, textOf(fs.readFileSync(path.join(root, '_site', name))))
    return { files: new Map([...files].sort()), said, rendered }
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    return { stopped: error.diagnostics.map(({ code, message }) => [code, message]) }
  }
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
}

describe.each(SITES)('%s', (name) => {
  test(`${Math.ceil(EDITS / SITES.length)} edits`, async () => {
    const folder = newFolder()
    const before = newFolder()
    try {
      fs.cpSync(fixtureAt(path.resolve(fixtures, name)).source, folder.root, { recursive: true })
      const random = randomFrom(SEED * 1000 + SITES.indexOf(name))
      const edits: string[] = []
      let clock = 1_767_323_045
      let spared = 0
      await outcome(folder.root, clock, true)
      for (let i = 0; i < Math.ceil(EDITS / SITES.length); i++) {
        fs.rmSync(before.root, { recursive: true })
        fs.cpSync(folder.root, before.root, { recursive: true, preserveTimestamps: true })
        const count = random() < 0.7 ? 1 : 1 + Math.floor(random() * 4)
        for (let n = 0; n < count; n++) edits.push(edit(folder.root, random))
        if (random() < 0.2) clock += 1
        const kept = await outcome(folder.root, clock, true)
        const clean = await outcome(folder.root, clock, false)
        if ('stopped' in clean || 'stopped' in kept) {
          expect(kept, edits.join('\n')).toEqual(clean)
          // What nothing can be built of would show nothing any more.
          for (const name of fs.readdirSync(folder.root)) if (!APART.has(name)) folder.remove(name)
          for (const name of fs.readdirSync(before.root))
            if (!APART.has(name))
              fs.cpSync(path.join(before.root, name), folder.at(name), {
                recursive: true,
                preserveTimestamps: true,
              })
          continue
        }
        for (const [file, text] of clean.files) {
          const bytes = Buffer.from(text, 'utf8').toString('latin1')
          const have = kept.files.get(file)
          if (have !== bytes && have !== text)
            expect(`${file}\n${have}`, edits.slice(-6).join('\n')).toBe(`${file}\n${bytes}`)
        }
        expect([...kept.files.keys()], edits.slice(-6).join('\n')).toEqual([...clean.files.keys()])
        expect(kept.said, edits.slice(-6).join('\n')).toEqual(clean.said)
        expect(kept.rendered).toBeLessThanOrEqual(clean.rendered)
        spared += clean.rendered - kept.rendered
      }
      // Otherwise nothing would have been shown.
      expect(spared).toBeGreaterThan(0)
    } finally {
      folder.remove('.')
      before.remove('.')
    }
  }, 600_000)
})
