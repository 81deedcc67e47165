import { describe, expect, test } from 'vitest'
import { parseArguments } from '../../src/cli/args.ts'
import { overridesOf } from '../../src/cli/overrides.ts'

/** The command, its flags and words; or the message of a refusal. */
function parse(line: string): unknown {
  const args = parseArguments(line.split(' ').filter(Boolean))
  if ('kind' in args) return `${args.kind}: ${args.message}${args.help ? ` (${args.help})` : ''}`
  return [args.command?.name, Object.fromEntries(args.flags), args.words]
}

describe('arguments', () => {
  test.each([
    ['build', ['build', {}, []]],
    ['b -q', ['build', { quiet: true }, []]],
    ['build -s src -d out', ['build', { source: 'src', destination: 'out' }, []]],
    ['build -dout --source=src', ['build', { destination: 'out', source: 'src' }, []]],
    ['build -qI', ['build', { quiet: true, incremental: true }, []]],
    ['build -qs src', ['build', { quiet: true, source: 'src' }, []]],
    ['build --config a.yml,b.yml', ['build', { config: ['a.yml', 'b.yml'] }, []]],
    ['build --config a.yml, b.yml', ['build', { config: ['a.yml'] }, ['b.yml']]],
    ['build --config a.yml,,b.yml', ['build', { config: ['a.yml', 'b.yml'] }, []]],
    ['build --config=', ['build', { config: [] }, []]],
    ['build -c a.yml', ['build', { config: ['a.yml'] }, []]],
    ['build -ca.yml', ['build', { config: ['a.yml'] }, []]],
    ['build -Ic a.yml', ['build', { incremental: true, config: ['a.yml'] }, []]],
    ['build -iun', ['build', { incremental: true, unpublished: true, watch: false }, []]],
    ['build --c a.yml', ['build', { config: ['a.yml'] }, []]],
    ['build --dest out --inc', ['build', { destination: 'out', incremental: true }, []]],
    ['build --no-watch', ['build', { watch: false }, []]],
    ['build -w --no-watch', ['build', { watch: false }, []]],
    ['build --limit_posts 5', ['build', { limit_posts: 5 }, []]],
    ['build --limit-posts=5', ['build', { limit_posts: 5 }, []]],
    ['build --limit_posts=-1', ['build', { limit_posts: -1 }, []]],
    ['build extra words', ['build', {}, ['extra', 'words']]],
    ['--trace build', ['build', { trace: true }, []]],
    ['build -t --trace', ['build', { trace: true }, []]],
    ['--source here build', ['build', { source: 'here' }, []]],
    [
      'build --disable-disk-cache --strict_front_matter',
      ['build', { 'disable-disk-cache': true, strict_front_matter: true }, []],
    ],
    ['build -- -q', ['build', {}, ['-q']]],
    ['build --baseurl /x/', ['build', { baseurl: '/x/' }, []]],
    ['', [undefined, {}, []]],
    ['-v', [undefined, { version: true }, []]],
    ['help build', ['help', {}, ['build']]],
    ['clean -s x', ['clean', { source: 'x' }, []]],
  ])('%s', (line, expected) => expect(parse(line)).toEqual(expected))

  test.each([
    ['build --bogus', 'option: invalid option: --bogus'],
    ['build --drfts', "option: invalid option: --drfts (did you mean '--drafts'?)"],
    ['build --destnation x', "option: invalid option: --destnation (did you mean '--destination'?)"],
    ['build -Z', 'option: invalid option: -Z'],
    ['build -S', 'option: invalid option: -S'],
    ['build -l x', 'option: ambiguous option: -l'],
    ['build -s', 'option: missing argument: -s (write -s SOURCE)'],
    [
      'build --limit_posts x',
      'option: invalid argument: --limit_posts x (--limit_posts takes a whole number)',
    ],
    ['build --ruby nativ', 'option: invalid argument: --ruby nativ (did you mean --ruby native?)'],
    ['build --ruby=4', 'option: invalid argument: --ruby 4 (--ruby takes wasm or native)'],
    ['build --quiet=yes', 'option: needless argument: --quiet=yes (--quiet takes no value)'],
    ['build --f', 'option: ambiguous option: --f'],
    ['serve --livereload-m 2', 'option: ambiguous option: --livereload-m'],
    ['serve --livereload_m 2', 'option: ambiguous option: --livereload_m'],
    ['serve --ssl=x', 'option: ambiguous option: --ssl=x'],
    ['biuld', "command: 'whirl biuld' could not be found. (did you mean 'whirl build'?)"],
    [
      'xyzzy',
      "command: 'whirl xyzzy' could not be found. (run `whirl --help` to see the commands there are)",
    ],
  ])('%s is refused', (line, expected) => expect(parse(line)).toBe(expected))

  test('flags become the configuration keys Jekyll gives them', () => {
    const args = parseArguments([
      'build',
      '-D',
      '--disable-disk-cache',
      '-p',
      'a,b',
      '--layouts',
      'l',
      '--config',
      'c',
      '-t',
    ])
    if ('kind' in args) throw new Error(args.message)
    expect([...overridesOf(args)]).toEqual([
      ['show_drafts', true],
      ['disable_disk_cache', true],
      ['plugins_dir', ['a', 'b']],
      ['layouts_dir', 'l'],
      ['serving', false],
    ])
  })
})
