/** The help texts are files, docs/help/*.txt: read and reviewed as pages. `WHIRL_UPDATE=1` writes them anew. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/flags/command-table.ts'
import { commandHelp, programHelp } from '../../src/cli/help.ts'
import { runIn } from './host.ts'

const pages = path.resolve(import.meta.dirname, '../../docs/help')

function golden(name: string, text: string): void {
  const file = path.join(pages, `${name}.txt`)
  if (process.env.WHIRL_UPDATE === '1') fs.writeFileSync(file, text)
  expect(text).toBe(fs.readFileSync(file, 'utf8'))
}

test('the program', () => golden('whirl', programHelp('VERSION')))
test.each(COMMANDS.map((command) => command.name))('%s', (name) => {
  golden(name, commandHelp(COMMANDS.find((command) => command.name === name)!))
})

test('--help, help and help COMMAND print them', async () => {
  const program = await runIn('/', ['--help'])
  expect([program.code, program.out.split('\n').slice(1)]).toEqual([0, programHelp('').split('\n').slice(1)])
  expect((await runIn('/', ['help'])).out).toBe(program.out)
  expect((await runIn('/', ['-h'])).out).toBe(program.out)
  const build = fs.readFileSync(path.join(pages, 'build.txt'), 'utf8')
  for (const argv of [
    ['help', 'build'],
    ['build', '--help'],
    ['b', '-h'],
    ['help', 'b'],
  ])
    expect(await runIn('/', argv)).toEqual({ code: 0, out: build, err: '' })
})

test('--version prints one line', async () => {
  const said = await runIn('/', ['--version'])
  expect(said.code).toBe(0)
  expect(said.out).toMatch(/^whirl \S+\n$/)
  expect((await runIn('/', ['-v'])).out).toBe(said.out)
})

test('a command is required, and a wrong one gets the nearest', async () => {
  const none = await runIn('/', [])
  expect([none.code, none.err]).toEqual([1, 'A subcommand is required.\n'])
  const wrong = await runIn('/', ['buidl'])
  expect(wrong).toEqual({
    code: 1,
    out: '',
    err: "fatal: 'whirl buidl' could not be found. Did you mean 'whirl build'?\n",
  })
  const unknown = await runIn('/', ['help', 'nope'])
  expect(unknown.code).toBe(1)
  expect(unknown.err).toBe("             Error: Hmm... we don't know what the 'nope' command is.\n")
  expect(unknown.out).toContain('    Valid commands: ')
})

test('a wrong flag is refused before anything happens', async () => {
  const said = await runIn('/', ['build', '--drfts'])
  expect(said.code).toBe(1)
  expect(said.out).toBe('')
  expect(said.err).toMatch(
    /^whirl \S+ \| Error: {2}Whoops, we can't understand your command\.\nwhirl \S+ \| Error: {2}invalid option: --drfts \(did you mean '--drafts'\?\)\nwhirl \S+ \| Error: {2}Run your command again with the --help switch to see available options\.\n$/,
  )
})
