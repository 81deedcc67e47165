/** Builds over an old output, with what earlier builds kept, give what a clean build gives: for any sequence of edits. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const CONFIG = (to: string, title: string): string => `title: ${title}
url: https://notes.example
theme: whirl
plugins: [search, social-cards]
author: { name: Ada }
license: CC-BY-4.0
employers:
  acme: { name: Acme, from: 2019-01, to: ${to} }
  bolt: { name: Bolt, from: 2021-09 }
defaults:
  - { scope: { type: posts }, values: { layout: post } }
`

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Every file below `directory`, its bytes as text. */
function contents(directory: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(directory, name)
    if (fs.statSync(file).isFile()) files.set(name, fs.readFileSync(file, 'latin1'))
  }
  return files
}

test('any sequence of edits gives a clean build’s bytes', async () => {
  const { root, put, remove } = makeSite()
  const write = (name: string, text: string): void => put({ [`site/${name}`]: text })
  const build = async (destination: string, ...flags: readonly string[]): Promise<void> => {
    const { code, err } = await runIn(root, ['build', '-s', 'site', '-d', destination, '-q', ...flags], {
      SOURCE_DATE_EPOCH: '1800000000',
    })
    expect([code, err]).toEqual([0, ''])
  }
  const roll = dice(20261122)
  const posts = new Set<string>()
  const post = (n: number): string => `_posts/20${String(19 + (n % 6))}-0${1 + (n % 9)}-11-note-${n}.md`
  const edits: readonly (() => void)[] = [
    () => {
      const name = post(roll(12))
      posts.add(name)
      write(
        name,
        `---\ntitle: Note ${roll(100)}\ntags: [t${roll(3)}]\n---\nText ${roll(1000)}\n\n## A\n\n## B\n\n## C\n`,
      )
    },
    () => {
      const [name] = posts
      if (name === undefined) return
      posts.delete(name)
      remove(`site/${name}`)
    },
    () => write('_config.yml', CONFIG(`2021-0${1 + roll(8)}`, `Notes ${roll(9)}`)),
    () => write('about.md', `---\ntitle: About\n---\nWords ${roll(1000)}\n`),
    () =>
      write('_data/credits.yml', `- { asset: /a${roll(3)}.svg, title: A, author: B, license: CC0-1.0 }\n`),
  ]
  write('_config.yml', CONFIG('2021-08', 'Notes'))
  write('index.md', '---\nlayout: home\n---\n')
  for (let round = 0; round < 8; round++) {
    for (let k = 0; k <= roll(3); k++) edits[round < 2 ? 0 : roll(edits.length)]?.()
    await build('live')
    await build(`clean-${round}`, '--disable-disk-cache')
    expect([...contents(path.join(root, 'live'))]).toEqual([...contents(path.join(root, `clean-${round}`))])
  }
})
