/** The parts of the CSL data schema 1.0.2 that our items can break. */
const STRINGS = [
  'abstract',
  'container-title',
  'keyword',
  'language',
  'publisher',
  'title',
  'URL',
  'note',
] as const
const TYPES = ['post', 'post-weblog', 'webpage', 'article']

export function cslFaults(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return ['no list']
  const faults: string[] = []
  for (const item of value as readonly Record<string, unknown>[]) {
    const known = new Set<string>([...STRINGS, 'id', 'type', 'author', 'issued', 'custom'])
    for (const key of Object.keys(item)) if (!known.has(key)) faults.push(`${key}: no such field`)
    for (const key of STRINGS)
      if (key in item && typeof item[key] !== 'string') faults.push(`${key}: no text`)
    if (typeof item.id !== 'string' || item.id === '') faults.push('no id')
    if (!TYPES.includes(String(item.type))) faults.push(`type: ${String(item.type)}`)
    for (const name of (item.author ?? []) as readonly Record<string, unknown>[]) {
      for (const [key, text] of Object.entries(name))
        if (!['family', 'given', 'literal'].includes(key) || typeof text !== 'string')
          faults.push(`author: ${key}`)
      if (name.family === undefined && name.literal === undefined) faults.push('an author without a name')
    }
    const date = item.issued as { 'date-parts'?: readonly (readonly unknown[])[] } | undefined
    for (const parts of date?.['date-parts'] ?? [])
      if (parts.length < 1 || parts.length > 3 || parts.some((part) => !Number.isInteger(part)))
        faults.push('issued')
    if ('custom' in item && (typeof item.custom !== 'object' || Array.isArray(item.custom)))
      faults.push('custom')
  }
  return faults
}
