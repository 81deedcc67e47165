/** Where `compat` stands in the configuration files: what is said of it names the place, however little is asked to be said. */
import { type Diagnostic, relativePath } from '../base/index.ts'
import type { ChosenReference } from '../site/index.ts'
import { readText } from './read-text.ts'

type Doubt = ChosenReference['diagnostics'][number]

/** `diagnostics` with those of `chosen` that are about `compat` as it stands in the last of `files` that has it. */
export function withCompatPlaces(
  diagnostics: readonly Diagnostic[],
  chosen: ChosenReference,
  files: readonly string[],
  source: string,
): readonly Diagnostic[] {
  const doubts = new Map<Diagnostic, Doubt>(chosen.diagnostics.map((each) => [each, each]))
  return diagnostics.map((each) => {
    const doubt = doubts.get(each)
    return doubt?.about === undefined ? each : placed(each, doubt.about, files, source)
  })
}

const KEY = /^(?:\[\s*)?(["']?)compat\1\s*[:=\]]/m

function placed(
  { help, ...diagnostic }: Diagnostic,
  word: string,
  files: readonly string[],
  source: string,
): Diagnostic {
  const more =
    help === undefined ? '' : `\n${help[0]!.toUpperCase()}${help.slice(1)}${/[?.]$/.test(help) ? '' : '.'}`
  for (const file of files.toReversed()) {
    const text = readText(file) ?? ''
    const key = KEY.exec(text)
    if (key === null) continue
    const start = key.index + wordIn(text.slice(key.index), word)
    const path = relativePath(source, file)
    const above = text.slice(0, start).split('\n')
    const place = `${path}:${above.length}:${above.at(-1)!.length + 1}`
    const span = { start, end: start + word.length }
    return {
      ...diagnostic,
      message: `${diagnostic.message} (${place})${more}`,
      source: { path, text },
      span,
    }
  }
  return { ...diagnostic, message: diagnostic.message + more }
}

/** Where `word` is a key in the setting that `text` begins with; where it is none, where the setting itself begins. */
function wordIn(text: string, word: string): number {
  const end = /\n(?=[^\s#])/.exec(text)?.index ?? text.length
  const escaped = word.replace(/[^\w]/g, '\\$&')
  const found = new RegExp(`(?<![\\w-])${escaped}(?=["']?\\s*[:=])`).exec(text.slice(0, end))
  return found?.index ?? text.search(/\w/)
}
