import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/flags.ts'
import { runIn } from './host.ts'

test.each(['bash', 'zsh', 'fish'])('the script for %s knows every command', async (shell) => {
  const said = await runIn('/', ['completions', shell])
  expect([said.code, said.err]).toEqual([0, ''])
  for (const { name } of COMMANDS) expect(said.out).toContain(name)
  // Only shells that are there can say whether it is well formed.
  const checked = spawnSync(shell, ['-n'], { input: said.out, encoding: 'utf8' })
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
  expect(complete('b', '--no')).toBe('--no-watch')
  expect(complete('new', '--bl')).toBe('--blank')
  expect(complete('help', 'ser')).toBe('serve server')
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
