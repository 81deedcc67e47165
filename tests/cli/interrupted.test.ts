/** A build that is stopped leaves the old site or the new one, whole. Skipped, with this line, where nothing is bundled. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js')
const unbundled = lacking('bundle', 'dist/cli.js', fs.existsSync(cli))
const PAGES = 400

/** Builds `site` and sends `signal` once `when` says so; answers how the process ended. */
function buildUntil(site: string, signal: NodeJS.Signals, when: () => boolean): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'build', '-q'], { cwd: site, stdio: 'ignore' })
    const look = setInterval(() => {
      if (!when()) return
      clearInterval(look)
      child.kill(signal)
    }, 2)
    child.on('close', (code, by) => {
      clearInterval(look)
      resolve(by ?? String(code))
    })
  })
}

test.skipIf(unbundled)('an interrupted build leaves the old site or the new one', async () => {
  const { root: site, put } = makeSite()
  const output = path.join(site, '_site')
  const write = (text: string): void => {
    for (let i = 0; i < PAGES; i++) put({ [`p${i}.html`]: `---\n---\n${text} ${i}\n` })
  }
  const found = (): string[] => [
    ...new Set(
      fs
        .readdirSync(output)
        .filter((name) => !name.startsWith('.'))
        .map((name) => fs.readFileSync(path.join(output, name), 'utf8').split(' ')[0] ?? ''),
    ),
  ]
  const stages = (): string[] =>
    fs.existsSync(output) ? fs.readdirSync(output).filter((name) => name.startsWith('.whirl-stage-')) : []
  write('v0')
  expect(await buildUntil(site, 'SIGINT', () => false)).toBe('0')
  const ends: string[] = []
  for (let round = 1; round <= 3; round++) {
    const before = found()
    expect(before).toHaveLength(1)
    write(`v${round}`)
    const stage = (): string | undefined => stages()[0]
    // While files are staged; then later and later, up to the moment in which they take the old ones' place.
    const enough = (PAGES * round) / 3
    const seen = (): boolean => {
      const name = stage()
      if (name === undefined) return false
      try {
        return fs.readdirSync(path.join(output, name)).length >= enough
      } catch {
        return true
      }
    }
    ends.push(await buildUntil(site, round % 2 === 0 ? 'SIGTERM' : 'SIGINT', seen))
    const after = found()
    expect(after, `round ${round}`).toHaveLength(1)
    expect([before[0], `v${round}`]).toContain(after[0])
    expect(fs.readdirSync(output).filter((name) => !name.startsWith('.'))).toHaveLength(PAGES)
  }
  expect(ends.some((end) => end.startsWith('SIG'))).toBe(true)
  // The next build takes away what was left.
  expect(await buildUntil(site, 'SIGINT', () => false)).toBe('0')
  expect([found(), stages()]).toEqual([['v3'], []])
})

test.skipIf(unbundled)(
  'a command that goes on can be stopped while a template has no end',
  async () => {
    const { root: site, put } = makeSite({ 'a.html': '---\n---\nA\n' })
    const child = spawn(process.execPath, [cli, 'build', '--watch'], { cwd: site })
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    const ended = new Promise<string>((resolve) => {
      child.on('close', (code, by) => resolve(by ?? String(code)))
    })
    await expect.poll(() => said, { timeout: 20_000 }).toContain('Auto-regeneration: enabled')
    const endless = '{% for i in (1..40000000) %}{% for j in (1..40000000) %}{% endfor %}{% endfor %}'
    put({ 'a.html': `---\n---\n${endless}` })
    await expect.poll(() => said, { timeout: 20_000 }).toContain('Regenerating:')
    child.kill('SIGINT')
    expect(await ended).toBe('SIGINT')
  },
  60_000,
)
