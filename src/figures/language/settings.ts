/** Settings of a figure: lines `name: value` at the left. */
import type { Span } from '../../base/index.ts'
import { type FigureFault, unknownWord } from './fault.ts'
import { type Line, readLines, textOf, type Word } from './lines.ts'

/** What every kind of figure may be told. */
const COMMON_SETTINGS = ['title', 'caption', 'id', 'credit', 'words'] as const

export interface Setting {
  readonly value: string
  /** the words of the value, attributes too */
  readonly words: readonly Word[]
  readonly span: Span
}

/** Settings by name; lines that are none are the figure's own. */
interface Settings {
  readonly settings: ReadonlyMap<string, Setting>
  readonly lines: readonly Line[]
  /** offset of the first line that is none */
  readonly bodyStart: number
  readonly faults: readonly FigureFault[]
}

/** @param own the settings of this kind of figure besides the common ones */
export function readSettings(all: readonly Line[], own: readonly string[]): Settings {
  const known: readonly string[] = [...COMMON_SETTINGS, ...own]
  const settings = new Map<string, Setting>()
  const lines: Line[] = []
  const faults: FigureFault[] = []
  for (const line of all) {
    const first = line.words[0]!
    const name = nameOf(first)
    if (name === undefined || line.words.length === 1 || line.children.length > 0) {
      lines.push(line)
      continue
    }
    const span = { start: first.span.start, end: first.span.end - 1 }
    if (!known.includes(name)) faults.push(unknownWord({ text: name, span }, known, 'setting'))
    else if (settings.has(name))
      faults.push({ message: `"${name}" is set twice`, span, help: 'take one of them out' })
    else {
      const words = line.words.slice(1)
      const [from, to] = [words[0]!.span.start, words.at(-1)!.span.end]
      settings.set(name, { value: textOf(words), words, span: { start: from, end: to } })
    }
  }
  return { settings, lines, bodyStart: lines[0]?.span.start ?? 0, faults }
}

/** The same above a text in another language: it begins with the first line that is no setting of these. */
export function readSettingsAbove(text: string, own: readonly string[]): Settings {
  const known: readonly string[] = [...COMMON_SETTINGS, ...own]
  let start = 0
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const name = /^([a-z][a-z0-9-]*):[ \t]/.exec(text.slice(start, end))?.[1]
    const isBlank = text.slice(start, end).trim() === ''
    if (!isBlank && (name === undefined || !known.includes(name))) break
    start = Math.min(end + 1, text.length)
  }
  return { ...readSettings(readLines(text.slice(0, start)), own), lines: [], bodyStart: start }
}

function nameOf({ text, isQuoted }: Word): string | undefined {
  return !isQuoted && /^[a-z][a-z0-9-]*:$/.test(text) ? text.slice(0, -1) : undefined
}
