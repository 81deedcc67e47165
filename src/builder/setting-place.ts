/** Where settings stand in the files people write: what is said of one shows its place. */
import {
  type Diagnostic,
  lineCol,
  relativePath,
  type SettingPlace,
  type SourceText,
  type Span,
} from '../base/index.ts'
import { readText } from './read-text.ts'

/** `diagnostic` with the place of the setting it is about, in front matter of the site at `source` or in `files`, its configuration. */
export function withSettingPlace(
  diagnostic: Diagnostic,
  source: string,
  files: readonly string[] = [],
): Diagnostic {
  const { settings, ...rest } = diagnostic
  if (settings === undefined || diagnostic.source !== undefined) return diagnostic
  for (const place of settings) {
    const found = foundIn(place, source, files)
    if (found !== undefined) return { ...rest, ...found }
  }
  return rest
}

/** `diagnostic` with the place of its setting, and with that in words at its message's end, for warnings are told in one line. */
export function withPlaceInWords(
  diagnostic: Diagnostic,
  source: string,
  files: readonly string[],
): Diagnostic {
  const found = withSettingPlace(diagnostic, source, files)
  if (found.source === undefined || found.span === undefined) return found
  const { line, column } = lineCol(found.source.text, found.span.start)
  return { ...found, message: `${found.message} (${found.source.path}:${line}:${column})` }
}

function foundIn(
  { keys, file }: SettingPlace,
  source: string,
  files: readonly string[],
): { readonly source: SourceText; readonly span: Span } | undefined {
  const paths = file === undefined ? files.toReversed() : [`${source}/${file}`]
  for (const path of paths) {
    const text = readText(path) ?? ''
    const span = settingSpan(file === undefined ? text : frontMatterOf(text), keys)
    if (span !== undefined) return { source: { path: relativePath(source, path), text }, span }
  }
  return undefined
}

function frontMatterOf(text: string): string {
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(3))
  return text.startsWith('---') && end !== null ? text.slice(0, end.index + 3) : ''
}

/**
 * Where the setting at `keys` begins in YAML or TOML: the first key stands at the start of a line, the others in what belongs
 * to it. Undefined where one of them is not there.
 */
function settingSpan(text: string, keys: readonly string[]): Span | undefined {
  let span: Span | undefined
  let end = text.length
  for (const key of keys) {
    const word = key.replace(/[^\w]/g, '\\$&')
    const before = span === undefined ? `^(?:\\[\\s*)?["']?` : '(?<![\\w-])'
    const from: number = span?.end ?? 0
    const match = new RegExp(`${before}(${word})(?=["']?\\s*[:=\\]])`, 'dm').exec(text.slice(from, end))
    const [start, stop] = match?.indices?.[1] ?? []
    if (start === undefined || stop === undefined) return undefined
    if (span === undefined)
      end = from + stop + (/\n(?=[^\s#-])/.exec(text.slice(from + stop))?.index ?? text.length)
    span = { start: from + start, end: from + stop }
  }
  return span
}
