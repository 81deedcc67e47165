/**
 * Rules of compressed sheets that libsass prints with more than Dart Sass leaves: `@import url(a.css)`, where Dart Sass has
 * `@import"a.css"` for all that CSS takes for the same, and `@media (…)` with its blank.
 */
import type { SassSyntax } from './dart-sass.ts'
import type { Layout } from './layout.ts'
import { replacePieces } from './replaced-pieces.ts'
import { KEPT } from './static-values.ts'
import { ADDRESS, LINE_STRING } from './style-pieces.ts'

const CODE = new RegExp(
  String.raw`//[^\n]*|/\*[\s\S]*?(?:\*/|$)|${LINE_STRING}|${ADDRESS}|@import(?=\s)`,
  'g',
)
const NAME = /\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)')/y
/** Indented Sass has names without quotes. */
const BARE_NAME = /[ \t]*([^\s"'(){},;#]+)/y
const URL = /\s*url\(\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([^"'()\\\s]*))\s*\)/iy
/** What may stand behind: the media that it is for. */
const MEDIA = /[^,;{}"'\n]*/y
const ADDRESS_MARK = '@url'
const QUOTE_MARK = '@q'

/** Sass whose imports of CSS tell `addressedImports` how they were written. Linear in `text`. */
export function keepImports(text: string, syntax: SassSyntax): string {
  if (!text.includes('@import')) return text
  let output = ''
  let copied = 0
  CODE.lastIndex = 0
  for (let match = CODE.exec(text); match !== null; match = CODE.exec(text)) {
    if (match[0] !== '@import') continue
    let at = CODE.lastIndex
    for (;;) {
      const quoted = read(URL, text, at) ?? read(NAME, text, at)
      const found = quoted ?? (syntax === 'indented' ? read(BARE_NAME, text, at) : undefined)
      if (found === undefined) break
      const media = read(MEDIA, text, found.end)!
      const [all, double, single, bare] = found.match
      const written = double ?? single
      const isUrl = found.pattern === URL
      if (isUrl || (media.match[0].trim() === '' && isLocalCss(written!))) {
        const address =
          isUrl && written !== undefined ? QUOTE_MARK + written + QUOTE_MARK : (written ?? bare!)
        const blank = all.slice(0, all.length - all.trimStart().length)
        output += `${text.slice(copied, at)}${blank}url("${ADDRESS_MARK}(${address})")`
        copied = found.end
      }
      at = media.end
      if (text[at] !== ',') break
      at++
      if (syntax === 'indented' && text[at] === '\n') break
    }
    CODE.lastIndex = at
  }
  return output + text.slice(copied)
}

interface Found {
  readonly pattern: RegExp
  readonly match: RegExpExecArray
  readonly end: number
}

function read(pattern: RegExp, text: string, at: number): Found | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match === null ? undefined : { pattern, match, end: pattern.lastIndex }
}

/** What libsass makes an address of. */
const isLocalCss = (name: string): boolean => name.endsWith('.css') && !/^(?:https?:|\/\/)/.test(name)

const PRINTED = new RegExp(
  String.raw`${KEPT}(?:${LINE_STRING}|[^;}\n"'])*|@media(?=\()|(?:@import)("[^"\n]*"|'[^'\n]*')(?=(.?))|${LINE_STRING}|/\*[\s\S]*?(?:\*/|$)|\n`,
  'g',
)

/** `compressed`, the output of Dart Sass with the marks of `keepImports`, with such rules as libsass has them. Linear. */
export function compressedRules(compressed: string): Layout {
  return replacePieces(compressed, PRINTED, ({ 0: piece, 1: name, 2: next }) => {
    if (piece === '@media') return '@media '
    if (name === undefined) return undefined
    const address = name.startsWith(`"${ADDRESS_MARK}(`)
      ? name.slice(2, -1).replaceAll(QUOTE_MARK, '"')
      : name
    return `@import ${address}${next === ';' || next === '}' || next === '' ? '' : ' '}`
  })
}
