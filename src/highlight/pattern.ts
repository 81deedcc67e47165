/**
 * Patterns of language files are written as JavaScript literals but mean what they mean in Ruby, where Rouge runs
 * them on the rest of the text:
 *
 * - `^` matches after a line feed or at the start of the text, `$` before one or at the end; `.` is all but a line
 *   feed (JavaScript also stops at \r, U+2028 and U+2029);
 * - `\s` is the six ASCII blanks; `\w` and `\d` are ASCII in both, but a letter beyond ASCII ends no word: `\b` after
 *   a word holds only if none follows;
 * - what stands before the match is out of sight: a leading `\b` only asks for a word character to come. A
 *   lookbehind at the start of a pattern would differ too; write none.
 */

const NO_LETTER =
  '(?![\\xaa\\xb5\\xba\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdcf])'

/** JavaScript's `\s` and ours differ, so this common idiom must not be translated part by part. */
const ANYTHING = /^\[(?:\\s\\S|\\S\\s|\\w\\W|\\W\\w|\\d\\D|\\D\\d)\]$/

interface Pattern {
  readonly re: RegExp
  /** Matches only at the start of a line. */
  readonly atLineStart: boolean
}

/** The sticky regexp that does what `literal` means. */
export function compilePattern(literal: RegExp): Pattern {
  const source = literal.source
  let out = ''
  let i = 0
  const atLineStart = source.startsWith('^') && !hasBar(source)
  if (atLineStart) i = 1
  let inClass = false
  for (; i < source.length; i++) {
    const c = source[i]!
    if (c === '\\') {
      const e = source[++i]!
      if (e === 's') out += inClass ? ' \\t-\\r' : '[ \\t-\\r]'
      else if (e === 'S' && !inClass) out += '[^ \\t-\\r]'
      else if (e === 'b' && !inClass) out += out === '' ? '(?=\\w)' : `\\b${NO_LETTER}`
      else out += `\\${e}`
    } else if (inClass) {
      if (c === ']') inClass = false
      out += c
    } else if (ANYTHING.test(source.slice(i, i + 6))) {
      out += '[^]'
      i += 5
    } else if (c === '[') {
      inClass = true
      out += c
      if (source[i + 1] === '^') out += source[++i]
      if (source[i + 1] === ']') {
        // `[]` and `[^]` are whole classes in JavaScript.
        out += source[++i]
        inClass = false
      }
    } else if (c === '.' && !literal.flags.includes('s')) out += '[^\\n]'
    else if (c === '$') out += '(?![^\\n])'
    else if (c === '^') out += '(?<![^\\n])'
    else out += c
  }
  return {
    re: new RegExp(out, literal.flags.replace(/[gmys]/g, '') + (literal.flags.includes('s') ? 'sy' : 'y')),
    atLineStart,
  }
}

function hasBar(source: string): boolean {
  let depth = 0
  let inClass = false
  for (let i = 0; i < source.length; i++) {
    const c = source[i]
    if (c === '\\') i++
    else if (inClass) inClass = c !== ']'
    else if (c === '[') {
      inClass = true
      if (source[i + 1] === ']') i++
    } else if (c === '(') depth++
    else if (c === ')') depth--
    else if (c === '|' && depth === 0) return true
  }
  return false
}
