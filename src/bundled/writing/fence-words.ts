/**
 * What stands behind the language of a fence, as it is written for Expressive Code, Docusaurus and MkDocs:
 *
 *     ```c {3-4} title="xdp.c" ins={2} del={5} "word" wrap showLineNumbers start=10 collapse={7-9}
 *
 * It becomes the attributes that the line below a block may give (`{: data-mark="3-4" }`).
 */

/** Names whose value is lines, `{3,5-7}`, or words, `"…"`, and the attributes of both. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['mark', 'data-mark'],
  ['ins', 'data-add'],
  ['add', 'data-add'],
  ['del', 'data-del'],
])
/** Names whose value is a text. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['title', 'data-title'],
  ['file', 'data-file'],
  ['filename', 'data-file'],
  ['start', 'data-start'],
  ['startlinenumber', 'data-start'],
])
/** Words that stand alone, and the class or attribute they mean. */
const WORDS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['wrap', ['class', 'wrap']],
  ['terminal', ['class', 'terminal']],
  ['notes', ['class', 'notes']],
  ['shownumbers', ['data-numbers', 'true']],
  ['showlinenumbers', ['data-numbers', 'true']],
  ['linenos', ['data-numbers', 'true']],
  ['collapse', ['data-fold', 'all']],
])

const NAME = /([A-Za-z][\w-]*)(=?)/y
const BARE = /\S+/y

interface FenceAttributes {
  readonly attributes: ReadonlyMap<string, string>
  /** words of which nothing is known */
  readonly unknown: readonly string[]
}

/** The attributes that `words`, one line, mean. Linear. */
export function fenceAttributes(words: string): FenceAttributes {
  const attributes = new Map<string, string>()
  const unknown: string[] = []
  const ends = new Map(['}', '"', "'"].map((mark) => [mark, words.lastIndexOf(mark)]))
  const plainEnds = new Map(['"', "'"].map((mark) => [mark, lastPlain(words, mark)]))
  const add = (name: string, value: string, between: string): void => {
    const before = attributes.get(name)
    attributes.set(name, before === undefined ? value : `${before}${between}${value}`)
  }
  let at = 0
  /** what stands between marks from `at` on; moves behind them */
  const enclosed = (open: string, close: string): string | undefined => {
    if (words[at] !== open || (ends.get(close) ?? -1) <= at) return undefined
    let end = words.indexOf(close, at + 1)
    // A quote behind a backslash is one of the text, where another one ends it.
    const hasPlain = (plainEnds.get(close) ?? -1) > at
    while (hasPlain && words[end - 1] === '\\') end = words.indexOf(close, end + 1)
    const inner = words.slice(at + 1, end)
    at = end + 1
    return hasPlain ? inner.replaceAll(`\\${close}`, close) : inner
  }
  const bare = (): string => {
    BARE.lastIndex = at
    const found = BARE.exec(words)?.[0] ?? ''
    at += found.length
    return found
  }
  while (at < words.length) {
    if (/[\s,]/.test(words[at] as string)) {
      at++
      continue
    }
    const from = at
    NAME.lastIndex = at
    const [name, word = '', equals] = NAME.exec(words) ?? []
    if (name !== undefined) at += name.length
    const lines = enclosed('{', '}')
    const text = lines === undefined ? (enclosed('"', '"') ?? enclosed("'", "'")) : undefined
    const key = word.toLowerCase()
    const mark = name === undefined ? 'data-mark' : equals === '=' ? MARKS.get(key) : undefined
    const own = equals === '=' ? TEXTS.get(key) : undefined
    const alone = name !== undefined && equals === '' && lines === undefined && text === undefined
    if (mark !== undefined && lines !== undefined && isLines(lines)) add(mark, lines.trim(), ',')
    else if (mark !== undefined && text !== undefined && text !== '') add(`${mark}-text`, text, '\n')
    else if (key === 'collapse' && lines !== undefined && isLines(lines)) add('data-fold', lines.trim(), ',')
    else if (key === 'frame' && text === 'terminal') add('class', 'terminal', ' ')
    else if (own !== undefined && text !== undefined) attributes.set(own, text)
    else if (own !== undefined && lines === undefined && /[^\s"'{]/.test(words[at] ?? ' '))
      attributes.set(own, bare())
    else if (alone && WORDS.has(key) && !/\S/.test(words[at] ?? ' ')) {
      const [attribute, value] = WORDS.get(key) as readonly [string, string]
      if (attribute === 'class') add(attribute, value, ' ')
      else attributes.set(attribute, value)
    } else {
      bare()
      unknown.push(words.slice(from, at))
    }
  }
  return { attributes, unknown }
}

/** Where the last `mark` stands that has no backslash before it; -1 for none. */
function lastPlain(words: string, mark: string): number {
  let at = words.lastIndexOf(mark)
  while (at > 0 && words[at - 1] === '\\') at = words.lastIndexOf(mark, at - 1)
  return at
}

function isLines(text: string): boolean {
  return /^[\d,\s-]+$/.test(text)
}
