/** Plain data as YAML: blocks of keys and lists, every text in double quotes, so that none is taken for something else. */

type Plain = string | number | readonly Plain[] | PlainHash
interface PlainHash {
  readonly [key: string]: Plain | null
}

export type { PlainHash }

/** The lines of a hash, with a newline behind each. Keys whose value is null are left out. */
export function yamlLines(hash: PlainHash, indent = ''): string {
  let out = ''
  for (const [key, value] of Object.entries(hash)) {
    if (value === null) continue
    if (typeof value !== 'object') out += `${indent}${key}: ${scalar(value)}\n`
    else if (isList(value))
      out += `${indent}${key}:\n${value.map((item) => listItem(item, `${indent}  `)).join('')}`
    else out += `${indent}${key}:\n${yamlLines(value, `${indent}  `)}`
  }
  return out
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

function listItem(item: Plain, indent: string): string {
  if (typeof item !== 'object' || isList(item)) return `${indent}- ${scalar(isList(item) ? '' : item)}\n`
  const lines = yamlLines(item, `${indent}  `)
  return `${indent}- ${lines.slice(indent.length + 2)}`
}

/** JSON's texts are YAML's, but for a few characters that YAML wants as escapes. */
function scalar(value: string | number): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
