/** A line for the shell as far as it only names a program and its words: quotes, a pipe, and what goes nowhere. */

interface ShellLine {
  /** programs whose outputs go to one another, each with its words; those that a line gives behind one another by `|` */
  readonly programs: readonly (readonly string[])[]
  /** the folder that `cd … &&` goes to before */
  readonly folder: string | undefined
  /** where what is written to the standard error goes */
  readonly errors: 'shown' | 'dropped' | 'output'
}

const PLAIN = /[^\s'"\\|&;<>()$`*?[\]#!]/y

/** What `text` says; undefined where it takes a shell to know. */
export function shellLine(text: string): ShellLine | undefined {
  let rest = text.trim()
  let errors: ShellLine['errors'] = 'shown'
  let folder: string | undefined
  const programs: (readonly string[])[] = []
  for (;;) {
    const words = wordsOf(rest)
    if (words === undefined || words.list.length === 0) return undefined
    if (words.errors !== 'shown') errors = words.errors
    const behind = rest.slice(words.end)
    if (behind.startsWith('&&') && programs.length === 0 && folder === undefined) {
      if (words.list[0] !== 'cd' || words.list.length !== 2) return undefined
      folder = words.list[1]
      rest = behind.slice(2)
      continue
    }
    programs.push(words.list)
    if (behind === '') return { programs, folder, errors }
    if (!behind.startsWith('|') || behind.startsWith('||')) return undefined
    rest = behind.slice(1)
  }
}

interface Words {
  readonly list: readonly string[]
  readonly errors: ShellLine['errors']
  /** where the line goes on with something else: `|`, `&&`, its end */
  readonly end: number
}

/** The words at the beginning of `text`. */
function wordsOf(text: string): Words | undefined {
  const list: string[] = []
  let word: string | undefined
  let at = 0
  let errors: ShellLine['errors'] = 'shown'
  const take = (more: string, length: number): void => {
    word = (word ?? '') + more
    at += length
  }
  const finish = (): void => {
    if (word !== undefined) list.push(word)
    word = undefined
  }
  while (at < text.length) {
    const letter = text[at] as string
    if (letter === '|' || text.startsWith('&&', at)) break
    if (/\s/.test(letter)) {
      finish()
      at++
    } else if (letter === "'") {
      const end = text.indexOf("'", at + 1)
      if (end < 0) return undefined
      take(text.slice(at + 1, end), end + 1 - at)
    } else if (letter === '"') {
      const quoted = inQuotes(text, at + 1)
      if (quoted === undefined) return undefined
      take(quoted.text, quoted.end - at)
    } else if (letter === '\\') {
      if (at + 1 >= text.length) return undefined
      take(text[at + 1] as string, 2)
    } else if (word === undefined && REDIRECTION.test(text.slice(at, at + 32))) {
      const [all = '', where] = REDIRECTION.exec(text.slice(at, at + 32)) ?? []
      errors = where === '&1' ? 'output' : 'dropped'
      at += all.length
    } else {
      PLAIN.lastIndex = at
      if (!PLAIN.test(text) || (word === undefined && letter === '~')) return undefined
      take(letter, 1)
    }
  }
  finish()
  return { list, errors, end: at }
}

const REDIRECTION = /^2>\s*(\/dev\/null|&1)(?=\s|$|\|)/

/** What stands before the quote that ends it; undefined where it is not plain text. */
function inQuotes(text: string, start: number): { readonly text: string; readonly end: number } | undefined {
  let result = ''
  for (let at = start; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === '"') return { text: result, end: at + 1 }
    if (letter === '$' || letter === '`') return undefined
    if (letter !== '\\') result += letter
    else {
      const next = text[++at] ?? ''
      result += '$`"\\'.includes(next) ? next : `\\${next}`
    }
  }
  return undefined
}
