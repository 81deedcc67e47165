/** Which Jekyll a site is built as: who says so, what is rounded, what is said of mistakes. */
import { describe, expect, test } from 'vitest'
import { type Value, zoneFor } from '../../src/base/index.ts'
import { type BundleWords, chooseReference, configFrom, describeReference } from '../../src/site/index.ts'

function bundle(
  locked: Readonly<Record<string, string>> | undefined,
  gemfile: Readonly<Record<string, readonly string[]>> = {},
): BundleWords {
  return {
    locked: locked && new Map(Object.entries(locked)),
    conflicted: false,
    requirements: new Map(Object.entries(gemfile)),
  }
}

function choose(words: BundleWords | undefined, setting?: Value, flag?: Value) {
  return chooseReference({ flag, setting, bundle: words })
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
    const { from, diagnostics } = choose({ ...bundle(OLD), conflicted: true })
    expect(from).toBe('lock')
    expect(diagnostics[0]?.message).toContain('holds the marks of a merge')
  })

  test('one without Jekyll says nothing', () => {
    expect(choose(bundle({ rake: '13.0.0' })).from).toBe('default')
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

  test('a requirement that the newest meets leaves the choice', () => {
    expect(choose(bundle(undefined, { jekyll: ['~> 4.0'] })).from).toBe('default')
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

  test('of the command line is no setting that templates see', () => {
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

  test('a hash of somebody else is left alone', () => {
    const chosen = choose(undefined, new Map<Value, Value>([['safari', 9]]))
    expect([chosen.from, chosen.diagnostics]).toEqual(['default', []])
  })
})
