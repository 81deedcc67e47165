/**
 * What stands in an include tag: `file.ext key="value" key2=variable`, where the file's name may hold `{{ variables }}`.
 * Scanned by hand, in one pass.
 */
import { HostError } from '../failure.ts'

interface IncludeMarkup {
  /** the name, or a template when `isTemplate` */
  readonly file: string
  readonly isTemplate: boolean
  readonly params: readonly IncludeParam[]
}

export interface IncludeParam {
  readonly name: string
  /** the text of a quoted value; undefined for a variable */
  readonly text?: string
  /** the markup of a variable */
  readonly variable?: string
}

/** Reads the markup of `tag`. Throws a HostError with Jekyll's words when it is none. */
export function parseIncludeMarkup(tag: string, markup: string): IncludeMarkup {
  const trimmed = markup.trim()
  const templateEnd = scanTemplateName(trimmed)
  const end = templateEnd ?? firstSpace(trimmed)
  const rest = trimmed.slice(end).trim()
  return {
    file: trimmed.slice(0, end).trim(),
    isTemplate: templateEnd !== undefined,
    params: rest === '' ? [] : parseParams(tag, rest),
  }
}

function firstSpace(text: string): number {
  const found = text.search(/\s/)
  return found === -1 ? text.length : found
}

/** `name{{ a.b | filter }}.html{{ c }}`: the end of the name when it has such parts, else undefined. */
function scanTemplateName(text: string): number | undefined {
  let at = text.indexOf('{')
  let end: number | undefined
  while (at !== -1 && text.startsWith('{{', at)) {
    const close = scanOutput(text, at)
    if (close === undefined) break
    const tail = /[^\s{}]*/y
    tail.lastIndex = close
    end = close + (tail.exec(text)?.[0].length ?? 0)
    at = end
  }
  return end
}

/** From `{{` at `start` to behind its `}}`: a dotted name, then nothing or filters. With filters the last `}}` counts. */
function scanOutput(text: string, start: number): number | undefined {
  const head = /\{\{\s*[\w.-]+\s*(\}\}|\|)/y
  head.lastIndex = start
  const match = head.exec(text)
  if (match === null) return undefined
  if (match[1] === '}}') return head.lastIndex
  const close = text.lastIndexOf('}}')
  return close < head.lastIndex ? undefined : close + 2
}

const PARAM = /\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([\w.-]+))(?=\s|$)/y

function parseParams(tag: string, text: string): IncludeParam[] {
  const params: IncludeParam[] = []
  let at = 0
  while (at < text.length) {
    PARAM.lastIndex = at
    const match = PARAM.exec(text)
    if (match === null) throw invalidParams(tag, text)
    const [whole, name = '', double, single, variable] = match
    at += whole.length
    if (variable !== undefined) params.push({ name, variable })
    else params.push({ name, text: double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? '' })
  }
  return params
}

function invalidParams(tag: string, params: string): HostError {
  return new HostError(
    `Invalid syntax for include tag:\n\n${params}\n\nValid syntax:\n\n{% ${tag} file.ext param='value' param2='value' %}\n`,
    'render/include-syntax',
    'a parameter is name="text" or name=variable; give an expression a name with assign first',
  )
}

/** Throws a HostError when `file` is not a name an include may have: other characters, or `..`, `//`, `./`. */
export function checkFileName(tag: string, file: string): void {
  if (file !== '' && !/[./]{2,}/.test(file) && /^[\w/.\-()+~#@]+$/.test(file)) return
  throw new HostError(
    `Invalid syntax for include tag. File contains invalid characters or sequences:\n\n  ${file}\n\nValid syntax:\n\n  {% ${tag} file.ext param='value' param2='value' %}\n`,
    'render/include-name',
    /\s/.test(file)
      ? 'a parameter takes a variable without braces: name=page.title; give an expression a name with assign first'
      : 'write the name as it is below _includes, without quotes',
  )
}
