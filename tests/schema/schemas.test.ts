import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { getLanguageService, TextDocument } from 'yaml-language-server'
import { isHash, parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import type { Fragment } from '../../src/schema/fragment.ts'
import { configSchema, frontMatterSchema, settingFaults } from '../../src/schema/index.ts'
import { configFrom } from '../../src/site/index.ts'

/** A YAML language server (it keeps schemas by address for all) that knows one schema, asked as an editor asks it. */
function server(name: string, schema: object) {
  const service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (relative: string) => relative },
    telemetry: { send: () => {}, sendError: () => {}, sendTrack: () => {} },
    yamlSettings: undefined as never,
    connection: undefined as never,
    clientCapabilities: {} as never,
  } as never)
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    customTags: [],
    schemas: [{ uri: `file:///${name}.schema.json`, fileMatch: ['*'], schema }],
  } as never)
  let version = 0
  // It keeps what it has read by address and version.
  const document = (text: string) =>
    TextDocument.create(`file:///site/${name}-${version}.yml`, 'yaml', ++version, text) as never
  return {
    async faults(text: string): Promise<string[]> {
      const found = await service.doValidation(document(text), false)
      return found.map(({ message, range }) => `${range.start.line + 1}: ${message}`)
    },
    async completions(text: string): Promise<string[]> {
      const lines = text.split('\n')
      const position = { line: lines.length - 1, character: (lines.at(-1) ?? '').length }
      const found = await service.doComplete(document(text), position, false)
      return found.items.map((item) => item.label)
    },
    async hover(text: string, line: number, character: number): Promise<string> {
      const found = await service.doHover(document(text), { line, character })
      return JSON.stringify(found?.contents ?? '')
    },
  }
}

const SETTINGS = BUNDLED.flatMap(({ settings }) => settings ?? [])
const CONFIG_KEYS = configSchema(SETTINGS).properties
const config = server('config', configSchema(SETTINGS))
const front = server('front-matter', frontMatterSchema(SETTINGS))

describe('in an editor', () => {
  test('keys are completed', async () => {
    expect(await config.completions('perma')).toContain('permalink')
    expect(await config.completions('kramdown:\n  smart')).toContain('smart_quotes')
    expect(await config.completions('employers:\n  acme:\n    lo')).toContain('logo')
    expect(await front.completions('emplo')).toContain('employer')
  })

  test('values are completed', async () => {
    expect(await config.completions('permalink: ')).toEqual(expect.arrayContaining(['pretty', 'ordinal']))
    expect(await config.completions('whirl:\n  palette: ')).toEqual(expect.arrayContaining(['luna', 'moss']))
  })

  test('wrong types and words are marked', async () => {
    expect(await config.faults('port: 4000\nfuture: maybe\n')).toEqual([
      '2: Incorrect type. Expected one of boolean, null.',
    ])
    expect(await config.faults('liquid:\n  error_mode: loud\n')).toEqual([
      expect.stringMatching(/^2: Value is not accepted\. Valid values: "lax", "warn", "strict"/),
    ])
    expect(await front.faults('published: soon\n')).toHaveLength(1)
  })

  test('what is outdated is marked', async () => {
    expect((await config.faults('gems: [jekyll-feed]\n')).join()).toContain('write `plugins`')
  })

  test('keys are explained', async () => {
    expect(await config.hover('baseurl: /blog\n', 0, 2)).toContain('path below which the site is published')
    expect(await front.hover('worked: 2021-04\n', 0, 2)).toContain('when the work was done')
  })

  test('keys of the site are left alone', async () => {
    expect(await config.faults('my_own:\n  - anything: [1, 2]\n')).toEqual([])
  })
})

describe('the table of keys', () => {
  test('has every default of the program, with that default', () => {
    const { config: made } = configFrom(new Map(), new Map([['source', '/site']]), {
      cwd: '/',
      zone: zoneFor('UTC'),
    })
    const plain = (value: Value): unknown =>
      isHash(value) ? Object.fromEntries([...value].map(([key, each]) => [key, plain(each)])) : value
    const unequal: string[] = []
    for (const [key, value] of made.data) {
      const known: Fragment | undefined = CONFIG_KEYS[String(key)]
      if (known === undefined) unequal.push(`${String(key)} is unknown`)
      else if (known.default !== undefined && !['destination', 'plugins_dir'].includes(String(key)))
        if (JSON.stringify(known.default) !== JSON.stringify(plain(value))) unequal.push(String(key))
    }
    expect(unequal).toEqual([])
  })

  test('says what each key is for', () => {
    const silent: string[] = []
    const visit = (keys: Readonly<Record<string, Fragment>>, at: string): void => {
      for (const [key, fragment] of Object.entries(keys)) {
        if (fragment.description === undefined || fragment.description === '') silent.push(`${at}${key}`)
        if (fragment.properties !== undefined) visit(fragment.properties, `${at}${key}.`)
      }
    }
    visit(CONFIG_KEYS, '')
    visit(frontMatterSchema(SETTINGS).properties, '')
    expect(silent).toEqual([])
  })

  test('shows what texts of a pattern look like', () => {
    const silent: string[] = []
    const visit = (fragment: Fragment, at: string): void => {
      const { pattern, examples, items, additionalProperties } = fragment
      if (pattern !== undefined && !examples?.some((each) => new RegExp(pattern, 'u').test(String(each))))
        silent.push(at)
      for (const each of fragment.anyOf ?? []) visit(each, at)
      for (const [key, below] of Object.entries(fragment.properties ?? {})) visit(below, `${at}.${key}`)
      if (items !== undefined) visit(items, at)
      if (typeof additionalProperties === 'object') visit(additionalProperties, at)
    }
    for (const key of ['whirl', 'check']) visit(CONFIG_KEYS[key] ?? {}, key)
    expect(silent).toEqual([])
  })

  test("has the theme's words", () => {
    const theme = CONFIG_KEYS.whirl?.properties
    const complaints = (key: string): readonly string[] =>
      settingFaults(new Map([['whirl', new Map([[key, 'none of them']])]]), CONFIG_KEYS).map(({ what }) =>
        what.kind === 'wrong' ? what.wanted : '',
      )
    for (const key of ['palette', 'code', 'scheme']) {
      const words = (theme?.[key]?.enum ?? []).filter((word) => word !== null)
      expect(complaints(key).join()).toContain(`one of ${words.join(', ')}`)
    }
  })
})

describe('sites', () => {
  const fixtures = path.resolve('tests/sites')
  const examples = fs
    .readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === '_config.yml')
    .map((file) => [file, fs.readFileSync(path.join(fixtures, file), 'utf8')] as const)

  test('there are some', () => {
    expect(examples.length).toBeGreaterThan(20)
  })

  test.each(examples)('%s is without fault', async (_, text) => {
    // Fixtures that test wrong types are not what this is about.
    if (parseYaml(text, zoneFor('UTC')).error !== undefined) return
    expect(await config.faults(text)).toEqual([])
  })
})
