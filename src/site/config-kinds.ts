/**
 * What kind of value each setting must have. Jekyll stops at a wrong one with a word of its own for a few settings and
 * with Ruby's type error for the others; here all get one sentence that names the setting and how to write it.
 */
import {
  BuildError,
  type Diagnostic,
  type Hash,
  isHash,
  isList,
  isTruthy,
  RubyFloat,
  rubyInspect,
  rubyToS,
  type Value,
} from '../base/index.ts'

interface Kind {
  /** as the sentence calls it: 'a string' */
  readonly name: string
  readonly accepts: (value: Value) => boolean
  /** how to write the setting called `key`, given what was written */
  readonly help: (key: string, value: Value) => string
  /** whether nil is refused too; else it means the default */
  readonly strict?: true
}

const isString = (value: Value): boolean => typeof value === 'string'
/** Lists of Ruby's `File.join` are one path: an empty one is not a path at all. */
const isPath = (value: Value): boolean => isString(value) || (Array.isArray(value) && value.length === 0)
const listHelp = (key: string, value: Value): string =>
  `write it as a list: ${key}: [${typeof value === 'string' ? value : 'a, b'}]`

const PATH: Kind = { name: 'a string', accepts: isString, help: (key) => `write it as a path: ${key}: name` }
const TEXT: Kind = { name: 'a string', accepts: isString, help: (key) => `write it as text: ${key}: "…"` }
const LIST: Kind = { name: 'an array', accepts: Array.isArray, help: listHelp, strict: true }
const NAMES: Kind = {
  name: 'an array of strings',
  accepts: (value) => isList(value) && value.every(isString),
  help: listHelp,
}
const HASH: Kind = {
  name: 'a hash',
  accepts: isHash,
  help: () => 'write its settings below it, each as an indented `name: value`',
}

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [
    'plugins',
    {
      ...LIST,
      name: 'an array of gem-names',
      accepts: (value: Value) => isList(value) && value.every((each) => isString(each) || each === null),
      help: () => 'Use the name of each plugin: plugins: [jekyll-feed]',
    },
  ],
  ['exclude', LIST],
  [
    'include',
    {
      ...LIST,
      accepts: (value: Value) => isList(value) && value.every((each) => isString(each) || each === null),
    },
  ],
  ['keep_files', NAMES],
  ['source', PATH],
  ['destination', PATH],
  ['cache_dir', PATH],
  ['layouts_dir', PATH],
  ['data_dir', PATH],
  ['collections_dir', { ...PATH, accepts: isPath }],
  [
    'plugins_dir',
    {
      ...PATH,
      name: 'a string or an array of strings',
      accepts: (value: Value) =>
        isString(value) || NAMES.accepts(value) || (isHash(value) && value.size === 0),
    },
  ],
  ['encoding', { ...TEXT, accepts: (value: Value) => isString(value) || value === false }],
  ['markdown_ext', TEXT],
  ['permalink', TEXT],
  ['timezone', { ...TEXT, accepts: (value: Value) => isString(value) || value === false }],
  [
    'limit_posts',
    {
      name: 'a number',
      accepts: (value: Value) => typeof value === 'number' || value instanceof RubyFloat,
      help: () => '0 means all posts',
    },
  ],
  ['kramdown', HASH],
  ['liquid', HASH],
])

/** Throws a BuildError for the first setting of `given` that has a value of the wrong kind. */
export function checkKinds(given: Hash): void {
  for (const [key, kind] of KINDS) {
    const value = given.get(key)
    if (!given.has(key) || ((value === null || value === undefined) && kind.strict !== true)) continue
    if (!kind.accepts(value)) throw wrongKind(key, value, kind)
  }
}

/** The labels of a `collections` list must be names. */
export function checkLabels(labels: readonly Value[]): void {
  if (labels.every(isString)) return
  throw wrongKind('collections', labels, {
    name: 'a hash or an array of names',
    accepts: () => false,
    help: () => 'write it as `collections:` with one indented `name:` per collection',
  })
}

/** What is said of each collection must be a hash, or nothing; in a text Ruby finds none of the settings. */
export function checkMetadata(collections: Hash): void {
  for (const [label, metadata] of collections)
    if (isTruthy(metadata) && !isHash(metadata) && typeof metadata !== 'string')
      throw wrongKind(`collections: ${rubyToS(label)}`, metadata, HASH)
}

/** A warning for each collection whose settings are a text: Jekyll stops once a template asks for one of them. */
export function textCollections(data: Hash): readonly Diagnostic[] {
  const collections = data.get('collections')
  if (!isHash(collections)) return []
  return [...collections].flatMap(([label, metadata]): Diagnostic[] => {
    if (typeof metadata !== 'string') return []
    const fault = ofWrongKind(`collections: ${rubyToS(label)}`, metadata, HASH)
    return [{ ...fault, severity: 'warning', topic: 'Warning:' }]
  })
}

/** What is wrong with the value of `sass:`, which a site without style sheets never asks for. */
export function sassFault(value: Value): Diagnostic | undefined {
  if (!isTruthy(value)) return undefined
  if (!isHash(value)) return ofWrongKind('sass', value, HASH)
  for (const [key, kind] of SASS_KINDS) {
    const own = value.get(key) ?? null
    if (own !== null && !kind.accepts(own)) return ofWrongKind(`sass: ${key}`, own, kind)
  }
  return undefined
}

const SASS_KINDS: ReadonlyMap<string, Kind> = new Map([
  ['sourcemap', { ...TEXT, help: () => 'write `sourcemap: never`, `always` or `development` below `sass`' }],
  [
    'load_paths',
    {
      ...NAMES,
      accepts: (value: Value) => isString(value) || NAMES.accepts(value),
      help: () => 'write `load_paths: [folder]` below `sass`',
    },
  ],
])

function wrongKind(key: string, value: Value, kind: Kind): BuildError {
  return new BuildError([ofWrongKind(key, value, kind)])
}

function ofWrongKind(key: string, value: Value, kind: Kind): Diagnostic {
  // Jekyll adds this to its own sentence.
  const hint =
    key === 'plugins' && !Array.isArray(value)
      ? " Use 'plugins_dir' instead to set the directory for your non-gemified Ruby plugins."
      : ''
  return {
    code: 'site/invalid-configuration',
    severity: 'error',
    message: `'${key}' should be set as ${kind.name}, but was: ${rubyInspect(value)}.${hint}`,
    help: kind.help(key, value),
    trail: [],
  }
}
