/** Versions of gems and what a Gemfile asks of them, compared as RubyGems compares them. */

/** Compares `1.10.0` and `1.9` part by part; a part of letters is a pre-release and comes before a number. */
export function compareVersions(a: string, b: string): number {
  const left = segments(a)
  const right = segments(b)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const x = left[i] ?? '0'
    const y = right[i] ?? '0'
    if (x === y) continue
    const numbers = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (numbers[0] && numbers[1]) {
      if (Number(x) !== Number(y)) return Number(x) - Number(y)
    } else return numbers[0] ? 1 : numbers[1] ? -1 : x < y ? -1 : 1
  }
  return 0
}

/** Whether `version` is one for testers: a part of it has letters. */
export function isPrerelease(version: string): boolean {
  return /[A-Za-z]/.test(version)
}

/** Whether `version` meets all of `requirements`: `~> 2.5`, `>= 1, < 3`, `2.5.1`. What is not a requirement is none. */
export function satisfies(version: string, requirements: readonly string[]): boolean {
  return requirements.flatMap((each) => each.split(',')).every((each) => meets(version, each.trim()))
}

function meets(version: string, requirement: string): boolean {
  const match = /^(=|!=|>=?|<=?|~>)?\s*([0-9][0-9A-Za-z.-]*)$/.exec(requirement)
  if (match === null) return true
  const [, operator = '=', wanted = ''] = match
  const order = compareVersions(version, wanted)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    default:
      return order >= 0 && compareVersions(version, nextOf(wanted)) < 0
  }
}

/** The first version that `~> wanted` refuses: `2.5` gives `3`, `2.5.1` gives `2.6`. */
function nextOf(wanted: string): string {
  const numbers = wanted.split('.').filter((part) => /^\d+$/.test(part))
  const kept = numbers.length > 1 ? numbers.slice(0, -1) : numbers
  return [...kept.slice(0, -1), String(Number(kept.at(-1)) + 1)].join('.')
}

/** `1.0.0.pre1` and `1.0.0-pre1` in parts, letters and digits apart as RubyGems has them. */
function segments(version: string): readonly string[] {
  return version.replaceAll('-', '.pre.').match(/\d+|[A-Za-z]+/g) ?? []
}
