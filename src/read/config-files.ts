/** Configuration files: which are read, and how they are laid over each other. */
import {
  BuildError,
  type Diagnostic,
  extname,
  type Hash,
  isHash,
  isInside,
  joinPath,
  offsetOf,
  parseYaml,
  type Value,
  type YamlReader,
  type Zone,
} from '../base/index.ts'
import { type Gate, openGate, ReadError, readGiven } from '../files/index.ts'
import { deepMerge } from '../site/index.ts'
import { decodeUtf8 } from './decode.ts'
import { parseToml, TomlProblem } from './toml.ts'

/** What configuration files say, later ones over earlier ones. */
interface ConfigFiles {
  readonly data: Hash
  /** absolute paths of those read, in order; none: Jekyll prints `Configuration file: none` */
  readonly files: readonly string[]
  /** one that is not a hash is left out, with a warning, and named here: `Configuration file: (INVALID) …` */
  readonly invalid: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

const NAMES: readonly string[] = ['_config.yml', '_config.yaml', '_config.toml']

/**
 * Reads `files`, absolute paths that `--config` names; undefined: `_config.yml`, `.yaml` or `.toml` of `source`, if any.
 * Times without an offset are shown in `zone`; `yaml` reads YAML; `gate` leads to the files of `source`, and passes over
 * what is not to be read there. Throws a BuildError when one that was asked for is missing or one is broken.
 */
export function readConfigFiles(
  source: string,
  files: readonly string[] | undefined,
  zone: Zone,
  yaml?: YamlReader,
  gate: Gate = openGate(source),
): ConfigFiles {
  const wanted = (files ?? defaultFile(source, gate)).filter((file) => isToBeRead(source, file, gate))
  const read: string[] = []
  const invalid: string[] = []
  const diagnostics: Diagnostic[] = []
  let data: Hash = new Map<Value, Value>()
  for (const file of wanted) {
    const value = valueIn(file, textOf(source, file, gate), zone, yaml)
    if (value === null || value === false) read.push(file)
    else if (isHash(value)) {
      read.push(file)
      data = deepMerge(data, value)
    } else {
      invalid.push(file)
      diagnostics.push({
        code: 'read/invalid-configuration',
        severity: 'warning',
        topic: 'WARNING:',
        message: 'Error reading configuration. Using defaults (and options).',
        help: `${file} must be made of lines such as \`title: My site\``,
        trail: [],
      })
    }
  }
  return { data, files: read, invalid, diagnostics }
}

/** The first that is a file, and before it what is not to be read. */
function defaultFile(source: string, gate: Gate): readonly string[] {
  const there = NAMES.map((name) => joinPath(source, name)).filter((file) => {
    const kind = gate.kindOf(file)
    return kind !== null && kind !== 'directory'
  })
  const first = there.findIndex((file) => gate.kindOf(file) === 'file')
  return first === -1 ? there : there.slice(0, first + 1)
}

/** Whether `file` is read, where it is one of the site's; otherwise it is passed over. Other files are the caller's own. */
function isToBeRead(source: string, file: string, gate: Gate): boolean {
  if (!isInside(source, file)) return true
  const kind = gate.kindOf(file)
  if (kind !== 'outside' && kind !== 'other') return true
  gate.passOver(file)
  return false
}

function valueIn(file: string, text: string, zone: Zone, yaml: YamlReader | undefined): Value {
  if (extname(file).toLowerCase() === '.toml') {
    try {
      return parseToml(text, zone)
    } catch (error) {
      if (!(error instanceof TomlProblem)) throw error
      throw broken(file, text, error.message, error.line, error.column)
    }
  }
  const { value, error } = parseYaml(text, zone, file, yaml)
  if (error !== undefined) throw broken(file, text, error.message, error.line, error.column)
  return value ?? null
}

function textOf(source: string, file: string, gate: Gate): string {
  try {
    return decodeUtf8(isInside(source, file) ? gate.read(file).bytes : readGiven(file)).text
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    const message =
      error.code === 'ENOENT' ? `The configuration file '${file}' could not be found.` : error.message
    const name = file.slice(file.lastIndexOf('/') + 1)
    const help = 'a file of --config stands behind its comma without a blank: --config a.yml,b.yml'
    throw new BuildError([
      {
        code: 'read/configuration-missing',
        severity: 'error',
        topic: 'Fatal:',
        message,
        ...(name.startsWith(' ') ? { help } : {}),
        trail: [],
      },
    ])
  }
}

function broken(path: string, text: string, message: string, line: number, column: number): BuildError {
  const at = offsetOf(text, { line, column })
  return new BuildError([
    {
      code: 'read/broken-configuration',
      severity: 'error',
      message,
      source: { path, text },
      span: { start: at, end: at },
      trail: [],
    },
  ])
}
