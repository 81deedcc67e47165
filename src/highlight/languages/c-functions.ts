/**
 * Where does a C function begin? Rouge asks with one pattern, `words name(…) {` or `words name(…);`, that looks ahead
 * without limit. Asked at every word it would cost the square of the text; here what was found is remembered, so all
 * questions together read the text once or twice.
 */

/** What one text has shown so far; fresh for each text. */
export interface FunctionMemory {
  text: string
  /** End of the last run of words, blanks and stars. */
  runEnd: number
  /** A stretch already searched, and the first closing parenthesis there that is followed by `{` (or `;`). */
  from: number
  to: number
  brace: number
  semicolon: number
}

export const functionMemory = (): FunctionMemory => ({
  text: '',
  runEnd: -1,
  from: -1,
  to: -1,
  brace: -1,
  semicolon: -1,
})

interface FunctionHead {
  readonly nameStart: number
  readonly nameEnd: number
  /** After the closing parenthesis. */
  readonly signatureEnd: number
  /** The `{` or `;`. */
  readonly end: number
}

const RUN = /[\w* \t-\r]*/y
// A `//` comment must end with its line feed, `/*` with `*/`.
const SPACE = /(?:[ \t-\r]|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y

const isWord = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || (c >= 48 && c <= 57)
const isBlank = (c: number): boolean => c === 32 || (c >= 9 && c <= 13)

/** The function that begins at `at`, with its return type; undefined if none does. */
export function functionHead(memory: FunctionMemory, text: string, at: number): FunctionHead | undefined {
  if (memory.text !== text) Object.assign(memory, functionMemory(), { text })
  if (memory.runEnd <= at) {
    RUN.lastIndex = at
    RUN.test(text)
    memory.runEnd = RUN.lastIndex
  }
  const open = memory.runEnd
  if (text.charCodeAt(open) !== 40) return undefined
  let nameEnd = open
  while (nameEnd > at && isBlank(text.charCodeAt(nameEnd - 1))) nameEnd--
  let nameStart = nameEnd
  while (nameStart > at && isWord(text.charCodeAt(nameStart - 1))) nameStart--
  if (nameStart === nameEnd || nameStart - at < 2) return undefined
  const first = text.charCodeAt(nameStart)
  if (first >= 48 && first <= 57) return undefined
  const close = closing(memory, open)
  if (close < 0) return undefined
  SPACE.lastIndex = close + 1
  SPACE.test(text)
  return { nameStart, nameEnd, signatureEnd: close + 1, end: SPACE.lastIndex }
}

/** The first `)` from `open` on that is followed by `{`, else by `;`; none after a semicolon counts. */
function closing(memory: FunctionMemory, open: number): number {
  const known = open >= memory.from && open < memory.to
  if (known && memory.brace >= open) return memory.brace
  if (known && memory.brace < 0 && (memory.semicolon < 0 || memory.semicolon >= open)) return memory.semicolon
  const { text } = memory
  const semicolon = text.indexOf(';', open)
  const stop = semicolon < 0 ? text.length : semicolon
  memory.from = open
  memory.to = stop
  memory.brace = -1
  memory.semicolon = -1
  for (let p = text.indexOf(')', open); p >= 0 && p < stop; p = text.indexOf(')', p + 1)) {
    SPACE.lastIndex = p + 1
    SPACE.test(text)
    const next = text[SPACE.lastIndex]
    if (next === '{') {
      memory.brace = p
      return p
    }
    if (next === ';' && memory.semicolon < 0) memory.semicolon = p
  }
  return memory.semicolon
}
