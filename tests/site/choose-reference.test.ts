/** Which Jekyll a site is built as: who says so, what is rounded, what is said of mistakes. */
import { describe, expect, test } from 'vitest'
import { type Value, zoneFor } from '../../src/base/index.ts'
import { type BundleWords, chooseReference, configFrom, describeReference } from '../../src/site/index.ts'

function bundle(
  locked: Readonly<Record<string, string>> | undefined,
  gemfile: Readonly<Record<string, readonly string[]>> = {},
): BundleWords {
  const requirements = new Map(Object.entries(gemfile))
  return locked === undefined ? { requirements } : { lock: lockOf(locked), requirements }
}

const lockOf = (versions: Readonly<Record<string, string>>) => ({
  path: 'Gemfile.lock',
  text: 'GEM\n  specs:\n',
  line: 2,
  versions: new Map(Object.entries(versions)),
})

function choose(words: BundleWords | undefined, setting?: Value, flag?: Value) {
  return chooseReference({ flag, setting, bundle: words })
}

function setting(hash: Readonly<Record<string, Value>>): Value {
  return new Map<Value, Value>(Object.entries(hash))
}

const OLD = {
  jekyll: '4.2.2',
  liquid: '4.0.3',
  kramdown: '2.3.1',
  rouge: '3.26.0',
  safe_yaml: '1.0.5',
  'jekyll-sass-converter': '2.2.0',
}
const NEWER = {
  jekyll: '4.3.2',
  liquid: '4.0.4',
  kramdown: '2.4.0',
  rouge: '4.2.1',
  safe_yaml: '1.0.5',
  'jekyll-sass-converter': '3.0.0',
}
const PAGES = {
  'github-pages': '232',
  jekyll: '3.10.0',
  liquid: '4.0.4',
  kramdown: '2.4.0',
  rouge: '3.30.0',
  safe_yaml: '1.0.5',
  'jekyll-sass-converter': '1.5.2',
}

describe('Gemfile.lock', () => {
  const marks = { kind: 'conflict', message: 'holds the marks of a merge (<<<<<<<)', line: 4 } as const
  const conflicted: BundleWords = { lock: { ...lockOf(OLD), fault: marks }, requirements: new Map() }

  test('Jekyll 4.2 with Rouge 3.26', () => {
    const { reference, githubPages, from } = choose(bundle(OLD))
    expect([from, githubPages]).toEqual(['lock', false])
    expect(reference).toMatchObject({
      jekyll: '4.2',
      liquid: '4.0',
      kramdown: '2.3',
      rouge: '3.26',
      yaml: 'safe_yaml',
      sass: 'libsass',
    })
    expect(reference.gems.jekyll).toBe('4.2.2')
  })

  test('Jekyll 4.3.2 with a Rouge between two that are known', () => {
    const chosen = choose(bundle(NEWER))
    expect(chosen.reference).toMatchObject({ jekyll: '4.3', rouge: '4.1', sass: 'dart-sass' })
    expect(describeReference(chosen)).toBe(
      'Jekyll 4.3.2, as Gemfile.lock has it; rouge 4.2.1 as 4.1 (--compat NAME builds as another)',
    )
  })

  test('github-pages 232', () => {
    const { reference, githubPages } = choose(bundle(PAGES))
    expect(githubPages).toBe(true)
    expect(reference).toMatchObject({ jekyll: '3.10', rouge: '3.30', sass: 'ruby-sass', yaml: 'safe_yaml' })
  })

  test('with the marks of a merge is used, with a warning', () => {
    const { from, diagnostics } = choose(conflicted)
    expect(from).toBe('lock')
    expect(diagnostics[0]?.message).toContain('holds the marks of a merge')
  })

  test('of no use is told once, with what is used instead', () => {
    const said = (words: BundleWords, setting?: Value) =>
      choose(words, setting).diagnostics.map(({ message }) => message)
    const fault = { kind: 'useless', message: 'is empty', line: undefined } as const
    const useless = { lock: { ...lockOf({}), fault }, requirements: new Map() }
    expect(said(useless)).toEqual(['Gemfile.lock is empty: the site is built as Jekyll 4.4.1, the newest.'])
    expect(said({ ...useless, requirements: new Map([['jekyll', ['~> 4.2.0']]]) })).toEqual([
      'Gemfile.lock is empty: the site is built as Jekyll 4.2.2, as the Gemfile asks.',
    ])
    expect(said(useless, 'jekyll-4.3')).toEqual([])
    expect(said(conflicted)).toEqual([
      'Gemfile.lock:4 holds the marks of a merge (<<<<<<<); of a gem that is there twice the last version counts: the site is built as Jekyll 4.2.2, as Gemfile.lock has it.',
    ])
  })

  test('one without Jekyll leaves the choice, and is told where', () => {
    const { from, diagnostics } = choose(bundle({ rake: '13.0.0' }))
    expect(from).toBe('default')
    expect(diagnostics).toMatchObject([
      {
        message: 'Gemfile.lock:2 names no version of jekyll: the site is built as Jekyll 4.4.1, the newest.',
        span: { start: 4, end: 12 },
      },
    ])
  })

  test('without SafeYAML Psych reads, and a version never seen gets the newest', () => {
    const { reference } = choose(bundle({ jekyll: '4.9.0', rouge: '6.0.0' }))
    expect(reference).toMatchObject({ jekyll: '4.4', rouge: '5.1', yaml: 'psych' })
    expect(reference.gems.jekyll).toBe('4.9.0')
  })
})

describe('the Gemfile alone', () => {
  test('a requirement of Jekyll 3 is 3.10, without the settings of GitHub Pages', () => {
    const { reference, githubPages, from } = choose(bundle(undefined, { jekyll: ['~> 3.9'] }))
    expect([from, githubPages, reference.gems.jekyll]).toEqual(['gemfile', false, '3.10.0'])
  })

  test.each([
    ['4.3.1', '4.3.1', '4.3', '4.7'],
    ['~> 4.1.0', '4.1.1', '4.2', '3.30'],
    ['~> 3.8.5', '3.8.7', '3.10', '3.30'],
    ['~> 2.5', '2.5', '3.10', '3.30'],
    ['>= 5.0', '5.0', '4.4', '4.7'],
  ])('`%s` is Jekyll %s, like %s, with Rouge %s', (asked, exact, jekyll, rouge) => {
    const { reference, from } = choose(bundle(undefined, { jekyll: [asked] }))
    expect([from, reference.gems.jekyll]).toEqual(['gemfile', exact])
    expect(reference).toMatchObject({ jekyll, rouge })
  })

  test('Jekyll 3 comes with Rouge 3, before 3.9 with kramdown 1', () => {
    const kramdown = (asked: string) => choose(bundle(undefined, { jekyll: [asked] })).reference.kramdown
    expect(choose(bundle(undefined, { jekyll: ['~> 3.9'] })).reference.rouge).toBe('3.30')
    expect([kramdown('~> 3.9'), kramdown('~> 3.8.5')]).toEqual(['2.5', '1.17'])
  })

  test('a version that another one stands for is told', () => {
    expect(describeReference(choose(bundle(undefined, { jekyll: ['~> 4.1.0'] })))).toBe(
      'Jekyll 4.1.1, as the Gemfile asks; jekyll 4.1.1 as 4.2 (--compat NAME builds as another)',
    )
  })

  test('a requirement that the newest meets leaves the choice', () => {
    expect(choose(bundle(undefined, { jekyll: ['~> 4.0'] })).from).toBe('default')
  })
})

describe('the Gemfile alone, of other gems', () => {
  const asked = (gemfile: Readonly<Record<string, readonly string[]>>) => choose(bundle(undefined, gemfile))

  test.each([
    ['rouge', '~> 3.26', 'rouge', '3.30.0'],
    ['rouge', '~> 3.26.0', 'rouge', '3.26'],
    ['rouge', '3.28.0', 'rouge', '3.28.0'],
    ['kramdown', '< 2.5', 'kramdown', '2.4.0'],
    ['jekyll-seo-tag', '~> 2.8.0', 'jekyll-seo-tag', '2.8.0'],
    ['jekyll-feed', '0.17', 'jekyll-feed', '0.17.0'],
    // What Jekyll 4.4 cannot stand beside has an older one.
    ['jekyll-sass-converter', '~> 2.2', 'jekyll', '4.3.4'],
    ['kramdown', '~> 1.17', 'jekyll', '3.10.0'],
    ['rouge', '< 3', 'jekyll', '4.4.1'],
  ])('%s `%s` gives %s %s', (gem, requirement, of, version) => {
    expect(asked({ [gem]: [requirement] }).reference.gems[of]).toBe(version)
  })

  test('several requirements hold together, and what stands for another version is told', () => {
    const chosen = asked({ jekyll: ['~> 4.3.0'], rouge: ['>= 3.26', '< 3.29'], 'jekyll-feed': [] })
    expect(chosen.reference).toMatchObject({ jekyll: '4.3', rouge: '3.26' })
    expect(describeReference(asked({ rouge: ['3.28.0'] }))).toBe(
      'Jekyll 4.4.1, as the Gemfile asks; rouge 3.28.0 as 3.26 (--compat NAME builds as another)',
    )
    expect(describeReference(asked({ 'github-pages': ['~> 228'] }))).toBe(
      'Jekyll 3.10.0 of GitHub Pages, as the Gemfile asks; github-pages 228 as 232 (--compat NAME builds as another)',
    )
    expect(asked({ 'github-pages': ['>= 200'] }).rounded).toEqual([])
    expect(asked({ rouge: [], 'jekyll-feed': ['~> 0.12'] }).from).toBe('default')
  })
})

describe('pre-releases', () => {
  test('are like what comes of them, and told', () => {
    const locked = choose(bundle({ jekyll: '4.4.0.beta1', rouge: '4.5.0.pre' }))
    expect(locked.reference).toMatchObject({ jekyll: '4.4', rouge: '4.5' })
    expect(describeReference(locked)).toContain('; jekyll 4.4.0.beta1 as 4.4, rouge 4.5.0.pre as 4.5 (')
    const asked = choose(bundle(undefined, { jekyll: ['4.4.0.beta1'] }))
    expect([asked.from, asked.reference.jekyll, asked.reference.gems.jekyll]).toEqual([
      'gemfile',
      '4.4',
      '4.4.0.beta1',
    ])
  })
})

describe('`compat`', () => {
  test('wins over the lock file, and says so once', () => {
    const { reference, diagnostics } = choose(bundle(OLD), 'jekyll-4.4')
    expect(reference.gems.jekyll).toBe('4.4.1')
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "'compat' asks for Jekyll 4.4.1, Gemfile.lock has 4.2.2: 'compat' wins.",
    ])
  })

  test('names versions one by one', () => {
    const { reference } = choose(
      undefined,
      new Map<Value, Value>([
        ['jekyll', 4.3],
        ['rouge', '4.1'],
      ]),
    )
    expect(reference).toMatchObject({ jekyll: '4.3', rouge: '4.1', liquid: '4.0' })
    expect(reference.gems.jekyll).toBe('4.3.4')
  })

  test('names the converter of Sass and plugins, over the newest Jekyll', () => {
    const { reference, diagnostics } = choose(
      undefined,
      new Map<Value, Value>([
        ['jekyll-sass-converter', '2.2'],
        ['jekyll-seo-tag', '2.8.0'],
        ['jekyll-seotag', '2.8.0'],
      ]),
    )
    expect(reference).toMatchObject({ jekyll: '4.4', sass: 'libsass' })
    expect(reference.gems['jekyll-seo-tag']).toBe('2.8.0')
    expect(diagnostics).toMatchObject([{ help: "did you mean 'jekyll-seo-tag'?" }])
  })

  test('without a Jekyll is over the lock file, or what the Gemfile asks, and says so', () => {
    const libsass = setting({ 'jekyll-sass-converter': '2.2' })
    const locked = choose(bundle(NEWER), libsass)
    expect(locked.reference).toMatchObject({ jekyll: '4.3', kramdown: '2.4', rouge: '4.1', sass: 'libsass' })
    expect([locked.from, locked.diagnostics]).toEqual(['lock', []])
    expect(describeReference(locked)).toBe(
      "Jekyll 4.3.2, as Gemfile.lock has it; jekyll-sass-converter 2.2.0 by 'compat', rouge 4.2.1 as 4.1 (--compat NAME builds as another)",
    )
    expect(describeReference(choose(bundle(NEWER), setting({ rouge: '4.6' })))).toBe(
      "Jekyll 4.3.2, as Gemfile.lock has it; rouge 4.6 by 'compat', rouge 4.6 as 4.5 (--compat NAME builds as another)",
    )
    const pages = choose(bundle(PAGES), libsass)
    expect([pages.githubPages, pages.reference.jekyll, pages.reference.sass]).toEqual([
      true,
      '3.10',
      'libsass',
    ])
    expect(choose(bundle(undefined, { jekyll: ['~> 4.2.0'] }), libsass).reference.gems.jekyll).toBe('4.2.2')
  })

  test('says which gem it has otherwise than the lock file where Jekyll is the same', () => {
    const { diagnostics } = choose(
      bundle(NEWER),
      setting({ jekyll: '4.3.2', rouge: '3.30.0', kramdown: '2.4' }),
    )
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "'compat' asks for rouge 3.30.0, Gemfile.lock has 4.2.1: 'compat' wins.",
    ])
  })

  test('short versions are those of the gems that are known', () => {
    const { reference } = choose(undefined, setting({ jekyll: 4, 'jekyll-seo-tag': '2.8' }))
    expect(reference).toMatchObject({ jekyll: '4.4', rouge: '4.7', sass: 'dart-sass' })
    expect([reference.gems.jekyll, reference.gems['jekyll-seo-tag']]).toEqual(['4.4.1', '2.8.0'])
  })

  test('a version that another one stands for is told', () => {
    expect(describeReference(choose(undefined, setting({ jekyll: '4.3', rouge: '4.2' })))).toBe(
      'Jekyll 4.3.4; rouge 4.2 as 4.1 (--compat NAME builds as another)',
    )
  })

  test.each([
    ['four', '"four"'],
    ['~> 4.3', '"~> 4.3"'],
    ['', '""'],
    [null, 'nil'],
    [true, 'true'],
    [[4.4], '[4.4]'],
  ])('%o is not a version', (version, shown) => {
    const { from, reference, diagnostics } = choose(undefined, setting({ jekyll: version }))
    expect([from, reference.gems.jekyll]).toEqual(['default', '4.4.1'])
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `'compat' should have a version of jekyll, but has: ${shown}.`,
    ])
    expect(choose(bundle(OLD), setting({ jekyll: version })).from).toBe('lock')
  })

  test('a number that may have lost a zero gets a warning', () => {
    const messages = (version: Value) =>
      choose(undefined, setting({ jekyll: version })).diagnostics.map(({ message }) => message)
    expect(messages(3.1)).toEqual([
      "'compat' has jekyll 3.1 as a number, which 3.10 is, too: write the version in quotes.",
    ])
    expect([messages('3.10'), messages('3.1'), messages(4.3), messages(4)]).toEqual([[], [], [], []])
  })

  test('of the command line is not a setting that templates see', () => {
    const surroundings = { cwd: '/', zone: zoneFor('UTC') }
    const { config } = configFrom(new Map(), new Map([['compat', 'jekyll-4.3']]), surroundings)
    expect([config.reference.jekyll, config.data.has('compat')]).toEqual(['4.3', false])
  })

  test('a name that is wrong gets the nearest', () => {
    expect(choose(undefined, 'jekyl-4.3').diagnostics[0]).toMatchObject({
      severity: 'warning',
      help: "did you mean 'jekyll-4.3'?",
    })
    expect(choose(undefined, undefined, 'github-page').diagnostics[0]).toMatchObject({
      severity: 'error',
      help: "did you mean 'github-pages'?",
    })
  })

  test('a hash of words that are near to ours gets a warning', () => {
    const said = (key: string) =>
      choose(undefined, setting({ [key]: '1' })).diagnostics.map(({ help }) => help)
    expect([said('Jekyll'), said('sass'), said('github-pages')]).toEqual([
      ["did you mean 'jekyll'?"],
      ["did you mean 'jekyll-sass-converter'?"],
      [undefined],
    ])
  })

  test('a hash of somebody else is left alone', () => {
    const chosen = choose(undefined, new Map<Value, Value>([['safari', 9]]))
    expect([chosen.from, chosen.diagnostics]).toEqual(['default', []])
  })
})
