/**
 * Builds that are killed at any moment, that cannot write, or that run at once: each file of the output is the old one or
 * the new one, after the next command all of them are, and the next build makes what a first one would. `WHIRL_KILLS`,
 * `WHIRL_FAILED_WRITES` and `WHIRL_AT_ONCE` say how often. Skipped, with a line, where nothing is bundled.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { type Files, makeSite, type SiteFolder } from '../site-maker.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))
const KILLS = Number(process.env.WHIRL_KILLS ?? 6)
const AT_ONCE = Number(process.env.WHIRL_AT_ONCE ?? 2)
const FAILED_WRITES = Number(process.env.WHIRL_FAILED_WRITES ?? 4)

/** Milliseconds after which one round hangs. */
const TIME = 100_000

/** Numbers below `below`, the same in each run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647
    return state % below
  }
}

interface Ended {
  /** the exit code, or the signal that ended it */
  readonly by: string
  readonly said: string
}

interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts a build of `site`, or what `name` is, by a shell that runs `before` first. */
function start(site: SiteFolder, words: readonly string[] = [], before = '', name = 'build'): Started {
  const command = `${before}exec "$0" "$@"`
  const argv = ['-c', command, process.execPath, cli, name, ...(name === 'build' ? ['-q'] : []), ...words]
  const child = spawn('sh', argv, { cwd: site.root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  return {
    child,
    ended: new Promise((resolve) =>
      child.on('close', (code, signal) => resolve({ by: signal ?? `${code}`, said })),
    ),
  }
}

type Output = ReadonlyMap<string, string>

/** Digests of all files, by path, without what builds make for themselves. */
function outputOf(directory: string): Output {
  const files = new Map<string, string>()
  if (!fs.existsSync(directory)) return files
  for (const entry of fs.readdirSync(directory, { withFileTypes: true, recursive: true })) {
    const place = path.join(entry.parentPath, entry.name)
    const name = path.relative(directory, place)
    if (entry.isFile() && !name.startsWith('.whirl-'))
      files.set(name, createHash('sha256').update(fs.readFileSync(place)).digest('hex'))
  }
  return files
}

/** What a build without a past makes of the sources as they are. */
async function clean(site: SiteFolder): Promise<Output> {
  site.remove('../clean')
  const { by, said } = await start(site, ['-d', '../clean', '--disable-disk-cache']).ended
  expect([by, said]).toEqual(['0', ''])
  return outputOf(site.at('../clean'))
}

/** A site that is as it is after `round` rounds of changes: pages that come, go, move and change, in folders that do. */
class ChangingSite {
  readonly #random = randomFrom(7)
  readonly #text = (round: number): string =>
    `{{ page.path }} of ${round} ${'text '.repeat(this.#random(2000))}`

  constructor(readonly site: SiteFolder) {
    site.put({
      '_config.yml': 'exclude: []\nlayouts_dir: _layouts\n',
      '_layouts/l.html': '<p>{{ content }}</p>',
      '_posts/2024-01-01-a.md': '---\nlayout: l\ntags: x\n---\npost\n',
    })
    for (let i = 0; i < 150; i++) this.#page(i, 0)
  }

  change(round: number): void {
    const random = this.#random
    for (let i = 0; i < 150; i++) if (random(3) === 0) this.#page(i, round)
    if (random(3) === 0) this.site.put({ '_layouts/l.html': `<p class="${round}">{{ content }}</p>` })
    if (this.site.has('style.scss')) this.site.put({ 'style.scss': `---\n---\na { b: c${random(3)} }\n` })
    // A file becomes a folder, and a folder a file.
    this.site.remove('turn')
    this.site.put({ [random(2) === 0 ? 'turn' : 'turn/deep/index.html']: `${round}` })
  }

  #page(number: number, round: number): void {
    const random = this.#random
    const folder = `f${number % 10}`
    for (const name of ['md', 'txt']) this.site.remove(`${folder}/${number}.${name}`)
    if (random(10) === 0) return
    const place = random(4) === 0 ? `permalink: /new-${random(20)}/${number}/\n` : ''
    if (random(4) === 0) this.site.put({ [`${folder}/${number}.txt`]: `${round}`.padEnd(20_000) })
    else this.site.put({ [`${folder}/${number}.md`]: `---\nlayout: l\n${place}---\n${this.#text(round)}\n` })
  }
}

function changingSite(files: Files = {}): ChangingSite {
  const changing = new ChangingSite(nested(makeSite()))
  changing.site.put(files)
  return changing
}

/** A folder in the folder, so that there is room beside the site. */
function nested(site: SiteFolder): SiteFolder {
  const at = (name: string): string => path.join(site.root, 'site', name)
  return {
    root: at('.'),
    at,
    put: (files) =>
      site.put(Object.fromEntries(Object.entries(files).map(([name, text]) => [`site/${name}`, text]))),
    read: (name) => site.read(`site/${name}`),
    has: (name) => site.has(`site/${name}`),
    remove: (name) => site.remove(`site/${name}`),
    list: () => site.list(),
  }
}

describe.skipIf(unbundled)('each file is old or new, and the next build as good as the first', () => {
  test(
    `after builds that were killed (${KILLS})`,
    async () => {
      const changing = changingSite()
      const { site } = changing
      const random = randomFrom(11)
      let longest = 0
      const ends = new Map<string, number>()
      /** what the outputs were when the build had been killed, and after the next command */
      const counts = new Map<string, number>()
      const afterwards = new Map<string, number>()
      for (let round = 0; round < KILLS; round++) {
        // Now and then a first build.
        if (random(8) === 0) site.remove('_site')
        const before = outputOf(site.at('_site'))
        changing.change(round)
        const began = performance.now()
        const after = await clean(site)
        longest = Math.max(longest, performance.now() - began)
        const build = start(site)
        // At any moment; when files are being made; when they are being moved.
        const when = random(4)
        if (when === 0) await pause(random(longest))
        else await begun(site, build, when > 1)
        await pause(random(when > 1 ? 4 : 20))
        build.child.kill('SIGKILL')
        const { by } = await build.ended
        count(ends, by)
        const left = outputOf(site.at('_site'))
        count(counts, stateOf(left, before, after))
        for (const [name, digest] of left)
          expect([before.get(name), after.get(name)], `${name} in round ${round}`).toContain(digest)
        // Whatever comes next finishes what was begun.
        await start(site, [], '', 'doctor').ended
        const settled = stateOf(outputOf(site.at('_site')), before, after)
        count(afterwards, settled)
        expect(settled, `round ${round}`).not.toBe('mixed')
        const next = await start(site).ended
        expect([next.by, next.said]).toEqual(['0', ''])
        expect(outputOf(site.at('_site')), `round ${round}`).toEqual(after)
        expect(leftIn(site)).toEqual([])
      }
      console.log(
        `killed builds ended by: ${shown(ends)}; their outputs: ${shown(counts)}; after the next command: ${shown(afterwards)}`,
      )
      expect(ends.has('SIGKILL')).toBe(true)
    },
    TIME * KILLS,
  )

  test(
    `after builds that could not write (${FAILED_WRITES})`,
    async () => {
      const changing = changingSite({ 'style.scss': '---\n---\na { b: c }\n' })
      const { site } = changing
      const random = randomFrom(13)
      let failed = 0
      for (let round = 0; round < FAILED_WRITES; round++) {
        if (random(8) === 0) site.remove('_site')
        const before = outputOf(site.at('_site'))
        changing.change(round)
        const after = await clean(site)
        // Kilobytes that a file may have, or half of them, as shells count.
        const { by, said } = await start(site, [], `ulimit -f ${1 + random(40)}; `).ended
        if (by === '0') expect(outputOf(site.at('_site'))).toEqual(after)
        else {
          failed++
          expect(said).toMatch(/^(?:\S*)File too large @ rb_sysopen - .*\n/)
          expect(said).not.toContain('    at ')
          expect(outputOf(site.at('_site')), `round ${round}`).toEqual(before)
        }
        const next = await start(site).ended
        expect([next.by, next.said]).toEqual(['0', ''])
        expect(outputOf(site.at('_site')), `round ${round}`).toEqual(after)
      }
      expect(failed).toBeGreaterThan(0)
    },
    TIME * FAILED_WRITES,
  )

  test.each([2, 3])(
    `after %i builds that ran at once (${AT_ONCE})`,
    async (number) => {
      const changing = changingSite()
      const { site } = changing
      for (let round = 0; round < AT_ONCE; round++) {
        if (round % 2 === 0) site.remove('_site')
        changing.change(round)
        const all = Array.from({ length: number }, () => start(site).ended)
        const ends = (await Promise.all(all)).map(({ by, said }) => `${by} ${said}`)
        expect(ends).toEqual(all.map(() => '0 '))
        expect(outputOf(site.at('_site')), `round ${round}`).toEqual(await clean(site))
        expect(leftIn(site)).toEqual([])
      }
    },
    TIME * AT_ONCE,
  )

  test(
    'of two destinations with one cache, one of which starts afresh',
    async () => {
      const changing = changingSite()
      const { site } = changing
      for (let round = 0; round < AT_ONCE; round++) {
        changing.change(round)
        const words = [
          ['-d', '../one'],
          ['-d', '../two'],
          ['-d', '../three', '--no-cache'],
        ]
        const ends = await Promise.all(words.map((each) => start(site, each).ended))
        expect(ends.map(({ by, said }) => `${by} ${said}`)).toEqual(['0 ', '0 ', '0 '])
        const after = await clean(site)
        for (const name of ['../one', '../two', '../three'])
          expect(outputOf(site.at(name)), `${name} in round ${round}`).toEqual(after)
      }
    },
    TIME * AT_ONCE,
  )
})

/** What builds left of what they make for themselves. */
function leftIn(site: SiteFolder): readonly string[] {
  return [site.root, site.at('_site')]
    .flatMap((place) => (fs.existsSync(place) ? fs.readdirSync(place) : []))
    .filter((name) => name.startsWith('.whirl-'))
}

/** Which of both an output is, file by file. */
function stateOf(there: Output, before: Output, after: Output): 'old' | 'new' | 'mixed' {
  return isDeepStrictEqual(there, before) ? 'old' : isDeepStrictEqual(there, after) ? 'new' : 'mixed'
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1)
}

function shown(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([what, number]) => `${what} ${number}`).join(', ')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Resolves when a stage is there, or its journal, or the build is over. */
async function begun(site: SiteFolder, { child }: Started, journal: boolean): Promise<void> {
  const names = (place: string): readonly string[] => {
    try {
      return fs.readdirSync(place)
    } catch {
      return []
    }
  }
  const isBegun = (): boolean =>
    [site.root, site.at('_site')].some((place) =>
      names(place)
        .filter((name) => name.startsWith('.whirl-stage-'))
        .some((name) => !journal || fs.existsSync(path.join(place, name, 'journal'))),
    )
  while (child.exitCode === null && !isBegun()) await pause(1)
}
