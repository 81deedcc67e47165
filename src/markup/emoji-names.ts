/**
 * GitHub's names of emoji, through gemoji's table, the only file that knows the package: it holds the 1,913 names of
 * the Ruby gem gemoji 4.1. It is loaded when the first name is looked up.
 */
import { requirePackage } from '../base/index.ts'

interface Table {
  readonly nameToEmoji: Readonly<Record<string, string>>
}

/** Where GitHub serves the pictures. */
export const EMOJI_HOST = 'https://github.githubassets.com/images/icons/emoji'

/** What Ruby's gemoji leaves out of a picture's name: the variation selector and the joiner. */
const UNNAMED: ReadonlySet<number> = new Set([0xfe0f, 0x200d])

/** The picture's file below the folder of emoji for a name without its colons, `unicode/1f604.png`; undefined for no name. */
export function emojiFile(name: string): string | undefined {
  const { nameToEmoji } = requirePackage<Table>('gemoji')
  if (!Object.hasOwn(nameToEmoji, name)) return undefined
  const codes = [...(nameToEmoji[name] ?? '')].map((character) => character.codePointAt(0) ?? 0)
  const words = codes.filter((code) => !UNNAMED.has(code)).map((code) => code.toString(16).padStart(4, '0'))
  return `unicode/${words.join('-')}.png`
}
