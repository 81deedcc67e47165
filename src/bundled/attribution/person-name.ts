/** Names of people in the parts bibliographies want. */
import type { Author } from './model.ts'

interface PersonName {
  /** null: a name in one piece, of a team or a person with one name */
  readonly family: string | null
  readonly given: string | null
  readonly whole: string
}

/**
 * The parts of a name: `family` and `given` where they are configured, else the last word with the small words before
 * it (`van Beethoven`) and the rest.
 */
export function personName({ name, family, given }: Author): PersonName {
  if (family !== null) return { family, given, whole: name }
  const words = name.split(' ')
  let start = words.length - 1
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] as string)) start--
  if (start < 1) return { family: null, given: null, whole: name }
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' '), whole: name }
}
