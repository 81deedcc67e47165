/**
 * Builds that are killed at any moment, that cannot write, or that run at once: each file of the output is the old one or
 * the new one, and the next build makes what a first one would. `WHIRL_KILLS` and `WHIRL_FAILED_WRITES` say how often.
 * Skipped, with a line, where nothing is bundled.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { type Files, makeSite, type SiteFolder } from '../site-maker.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))
const KILLS = Number(process.env.WHIRL_KILLS ?? 10)
const FAILED_WRITES = Number(process.env.WHIRL_FAILED_WRITES ?? 5)

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

/** Starts a build of `site`, by a shell that runs `before` first. */
function start(site: SiteFolder, words: readonly string[] = [], before = ''): Started {
  const command = `${before}exec "$0" "$@"`
  const argv = ['-c', command, process.execPath, cli, 'build', '-q', ...words]
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
      for (let round = 0; round < KILLS; round++) {
        // Now and then a first build.
        if (random(8) === 0) site.remove('_site')
        const before = outputOf(site.at('_site'))
        changing.change(round)
        const began = performance.now()
        const after = await clean(site)
        longest = Math.max(longest, performance.now() - began)
        const build = start(site)
        if (random(2) === 0) await pause(random(longest))
        // Others when the output begins to change, and a little later.
        else await changed(site, build)
        await pause(random(20))
        build.child.kill('SIGKILL')
        const { by } = await build.ended
        ends.set(by, (ends.get(by) ?? 0) + 1)
        for (const [name, digest] of outputOf(site.at('_site')))
          expect([before.get(name), after.get(name)], `${name} in round ${round}`).toContain(digest)
        const next = await start(site).ended
        expect([next.by, next.said]).toEqual(['0', ''])
        expect(outputOf(site.at('_site')), `round ${round}`).toEqual(after)
        expect(leftIn(site)).toEqual([])
      }
      console.log(`killed builds ended by: ${[...ends].map(([by, count]) => `${by} ${count}`).join(', ')}`)
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

  test('after builds that ran at once', async () => {
    const changing = changingSite()
    const { site } = changing
    for (let round = 0; round < 4; round++) {
      if (round % 2 === 0) site.remove('_site')
      changing.change(round)
      const ends = await Promise.all([start(site).ended, start(site).ended, start(site).ended])
      expect(ends.map(({ by, said }) => `${by} ${said}`)).toEqual(['0 ', '0 ', '0 '])
      expect(outputOf(site.at('_site')), `round ${round}`).toEqual(await clean(site))
      expect(leftIn(site)).toEqual([])
    }
  })
})

/** What builds left of what they make for themselves. */
function leftIn(site: SiteFolder): readonly string[] {
  return [site.root, site.at('_site')]
    .flatMap((place) => (fs.existsSync(place) ? fs.readdirSync(place) : []))
    .filter((name) => name.startsWith('.whirl-'))
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Resolves when a stage is there, or the build is over. */
async function changed(site: SiteFolder, { child }: Started): Promise<void> {
  const places = [site.root, site.at('_site')]
  const isStaged = (): boolean =>
    places.some(
      (place) =>
        fs.existsSync(place) && fs.readdirSync(place).some((name) => name.startsWith('.whirl-stage-')),
    )
  while (child.exitCode === null && !isStaged()) await pause(1)
}
