/**
 * A language's name as fences write it, with options after a question mark: `php?start_inline=1&x`. An option without
 * a value is `true`.
 */
export function fancyName(name: string): {
  readonly name: string
  readonly options: ReadonlyMap<string, string>
} {
  const mark = name.indexOf('?')
  if (mark < 0) return { name, options: NONE }
  const pairs = name
    .slice(mark + 1)
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const [key = '', value = 'true'] = pair.split('=')
      return [key, value]
    })
  return { name: name.slice(0, mark), options: new Map(pairs) }
}

const NONE: ReadonlyMap<string, string> = new Map()
