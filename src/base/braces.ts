/** Braces of Ruby's `Dir.glob`: one pattern to the patterns it stands for. */

/** What braces may multiply to; beyond, the pattern counts as plain text. */
const MAX_ALTERNATIVES = 1000

/** `a{b,c{d,e}}` as `ab`, `acd`, `ace`. Unbalanced braces stay. */
export function expandBraces(pattern: string): string[] {
  const done: string[] = []
  // The next one is the last of the list.
  const open = [pattern]
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const parts = firstBraces(one)
    if (parts === undefined) done.push(one)
    else for (const part of parts.reverse()) open.push(part)
    if (done.length + open.length > MAX_ALTERNATIVES) return [pattern]
  }
  return done
}

function firstBraces(pattern: string): string[] | undefined {
  let start = -1
  let depth = 0
  let cut = 0
  const choices: string[] = []
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]
    if (char === '\\') i++
    else if (char === '{') {
      if (depth++ === 0) {
        start = i
        cut = i + 1
      }
    } else if (char === ',' && depth === 1) {
      choices.push(pattern.slice(cut, i))
      cut = i + 1
    } else if (char === '}' && depth > 0 && --depth === 0) {
      choices.push(pattern.slice(cut, i))
      return choices.map((choice) => pattern.slice(0, start) + choice + pattern.slice(i + 1))
    }
  }
  return undefined
}
