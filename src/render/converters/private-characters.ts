/**
 * Icons of fonts (`$icon: "\f000"`) in computed values. libsass prints the character, Dart Sass its escape; where that
 * makes the sheet more than ASCII it begins with `@charset`.
 */
import { KEPT } from './static-values.ts'

interface Printed {
  readonly css: string
  /** how many lines it begins later */
  readonly lines: number
}

const STRINGS = new RegExp(String.raw`${KEPT}[^\n]*|/\*[\s\S]*?(?:\*/|$)|"(?:[^"\\\n]|\\[^\n])*"`, 'g')
const ESCAPE = /\\(?:\\|(e[0-9a-f]{3}|f[0-8][0-9a-f]{2}|f[0-9a-f]{4}|10[0-9a-f]{4})(?![0-9a-f]) ?)/g

/** `expanded`, the output of Dart Sass with the marks of kept values, as libsass has it. Linear. */
export function printPrivateCharacters(expanded: string): Printed {
  if (!/\\[ef1]/.test(expanded)) return { css: expanded, lines: 0 }
  const css = expanded.replace(STRINGS, (piece) =>
    piece.startsWith('"')
      ? piece.replace(ESCAPE, (written, code?: string) =>
          code === undefined ? written : String.fromCodePoint(Number.parseInt(code, 16)),
        )
      : piece,
  )
  const lines = css === expanded || css.startsWith(CHARSET) ? 0 : 1
  return { css: lines === 0 ? css : CHARSET + css, lines }
}

const CHARSET = '@charset "UTF-8";\n'
