import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/flags/command-table.ts'
import { lacking } from '../needs.ts'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const at = siteForEachTest()

test.each(['bash', 'zsh', 'fish'])('the script for %s knows every command', async (shell) => {
  const said = await runIn('/', ['completions', shell])
  expect([said.code, said.err]).toEqual([0, ''])
  for (const { name } of COMMANDS) expect(said.out).toContain(name)
  // Only shells that are there can say whether it is well formed.
  at.put({ script: said.out })
  const checked = spawnSync(shell, ['-n', path.join(at.root, 'script')], { encoding: 'utf8' })
  if (checked.error === undefined) expect(checked.stderr).toBe('')
})

test('bash completes commands, then the flags of the command', async () => {
  const { out } = await runIn('/', ['completions', 'bash'])
  const complete = (...words: readonly string[]): string => {
    const script = `${out}\nCOMP_WORDS=(whirl ${words.map((word) => `'${word}'`).join(' ')})\nCOMP_CWORD=${words.length}\n_whirl\necho "\${COMPREPLY[@]}"`
    return spawnSync('bash', ['-c', script], { encoding: 'utf8' }).stdout.trim()
  }
  expect(complete('unp')).toBe('unpublish')
  expect(complete('build', '--dra')).toBe('--drafts')
  expect(complete('b', '--no-w')).toBe('--no-watch')
  expect(complete('new', '--bl')).toBe('--blank')
  expect(complete('help', 'ser')).toBe('serve server')
  expect(complete('completions', 'z')).toBe('zsh')
})

/** Lines as one types them, and what a shell makes of them. */
const TYPED: readonly (readonly [string, string])[] = [
  ['whirl unp', 'unpublish'],
  ['whirl build --dra', '--drafts'],
  ['whirl b --no-w', '--no-watch'],
  ['whirl new --bl', '--blank'],
  ['whirl completions z', 'zsh'],
  ['whirl help unp', 'unpublish'],
]
const without = (shell: string): boolean =>
  lacking('commands', shell, spawnSync(shell, ['--version']).error === undefined)

test.skipIf(without('fish'))('fish completes commands, flags and words', async () => {
  const { out } = await runIn('/', ['completions', 'fish'])
  for (const [line, word] of TYPED) {
    const script = `${out}\ncomplete -C '${line}'`
    const said = spawnSync('fish', ['--no-config', '-c', script], { encoding: 'utf8' })
    expect([said.stderr, said.stdout.replace(/\t.*/g, '').trim()]).toEqual(['', word])
  }
})

test.skipIf(without('zsh'))('zsh completes commands, flags and words', async () => {
  const { out } = await runIn('/', ['completions', 'zsh'])
  at.put({ _whirl: out })
  const lines = TYPED.map(([line]) => line)
  const typist = path.join(import.meta.dirname, 'complete.zsh')
  const said = spawnSync('zsh', ['-f', typist, path.join(at.root, '_whirl'), ...lines], {
    encoding: 'utf8',
  })
  const wanted = TYPED.map(([line, word]) => line.replace(/\S+$/, word))
  expect(
    said.stdout
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ).toEqual(wanted)
})

test('a shell must be named, and be known', async () => {
  expect((await runIn('/', ['completions'])).code).toBe(1)
  expect((await runIn('/', ['completions', 'tcsh'])).err).toContain("'tcsh' is no shell")
})

test('docs says where to read', async () => {
  const said = await runIn('/', ['docs'])
  expect([said.code, said.err]).toEqual([0, ''])
  expect(said.out).toContain('            Jekyll: https://jekyllrb.com/docs/\n')
})
