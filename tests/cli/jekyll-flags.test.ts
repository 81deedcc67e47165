/** Every command and flag that Jekyll's own help names is there, in the same spelling (recorded by `npm run ask`). */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/args.ts'
import { overridesOf } from '../../src/cli/overrides.ts'

interface JekyllFlag {
  readonly short?: string
  readonly long: string
  readonly negatable?: true
  readonly value?: 'required' | 'optional'
}

const recorded = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'jekyll-flags.json'), 'utf8'),
) as Readonly<Record<string, readonly JekyllFlag[]>>

/** A command that only says which gem to install. */
const STUBS = new Set(['import'])

for (const [names, flags] of Object.entries(recorded)) {
  const [name, ...aliases] = names.split(', ')
  if (name === undefined || STUBS.has(name)) continue
  // A later flag of the same name is the program's, which the command's own replaces.
  const own = flags.filter((flag, i) => flags.findIndex((each) => each.long === flag.long) === i)
  const owner = (letter: string): string | undefined => own.find((each) => each.short === letter)?.long
  describe(name, () => {
    test.each(aliases.map((alias) => [alias]))('is %s too', (alias) => {
      expect(parseArguments([alias])).toMatchObject({ command: { name } })
    })
    test.each(own)('--$long', ({ short, long, negatable, value }) => {
      const reads = (...words: string[]): unknown => {
        const args = parseArguments([name, ...words])
        return 'kind' in args ? args.message : args.flags.get(long)
      }
      const spellings = [`--${long}`, ...(short === undefined || owner(short) !== long ? [] : [`-${short}`])]
      for (const spelling of spellings) {
        if (value === undefined) expect(reads(spelling)).toBe(true)
        else expect([7, '7', ['7']]).toContainEqual(reads(spelling, '7'))
        if (value === 'optional') expect(reads(spelling)).toBeUndefined()
        if (value === 'required') expect(reads(spelling)).toBe(`missing argument: ${spelling}`)
      }
      if (negatable) expect(reads(`--no-${long}`)).toBe(false)
    })
  })
}

test('flags set the keys that Jekyll’s templates and settings know', () => {
  const args = parseArguments([
    ...['serve', '--drafts', '--ssl-cert', 'c', '--ssl-key', 'k', '--open-url', '--show-dir-listing'],
    ...['--skip-initial-build', '--livereload', '--livereload-port', '1', '--livereload-ignore', 'a,b'],
    ...[
      '--livereload-min-delay',
      '2',
      '--livereload-max-delay',
      '3',
      '--disable-disk-cache',
      '--plugins',
      'p',
    ],
    ...[
      '--layouts',
      'l',
      '--limit_posts',
      '5',
      '--strict_front_matter',
      '--force_polling',
      '--baseurl',
      '/b',
    ],
  ])
  if ('kind' in args) throw new Error(args.message)
  expect(Object.fromEntries(overridesOf(args))).toEqual({
    show_drafts: true,
    ssl_cert: 'c',
    ssl_key: 'k',
    open_url: true,
    show_dir_listing: true,
    skip_initial_build: true,
    livereload: true,
    livereload_port: 1,
    livereload_ignore: ['a', 'b'],
    livereload_min_delay: 2,
    livereload_max_delay: 3,
    disable_disk_cache: true,
    plugins_dir: ['p'],
    layouts_dir: 'l',
    limit_posts: 5,
    strict_front_matter: true,
    force_polling: true,
    baseurl: '/b',
    serving: true,
  })
})
