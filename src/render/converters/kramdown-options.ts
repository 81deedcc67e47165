/** kramdown's options for a site: Jekyll's own, and what the configuration says. */
import { highlight } from '../../highlight/index.ts'
import { faultsOfOptions, jekyllDefaults, type KramdownOptions } from '../../kramdown/index.ts'
import { EMOJI_HOST, emojiFile } from '../../markup/index.ts'
import { ConversionError } from '../failure.ts'
import type { RenderSettings } from '../settings/settings.ts'

export function kramdownOptions({ markdown, highlight: highlighter }: RenderSettings): KramdownOptions {
  const { kramdown: own } = markdown
  return {
    ...jekyllDefaults,
    ...own,
    // Jekyll takes its own `highlighter` where kramdown is given none. Code without a language is plain text, unless
    // guessing is turned off: then it is not coloured at all.
    syntax_highlighter: own.syntax_highlighter ?? highlighter.inMarkdown,
    syntax_highlighter_opts: {
      default_lang: 'plaintext',
      ...own.syntax_highlighter_opts,
      guess_lang: own.guess_lang !== false,
    },
    version: markdown.version,
    highlight: (code: string, language: string) => highlight(code, language, { rouge: highlighter.rouge }),
    ...(own.gfm_emojis === undefined ? {} : { emoji: emojiAddress(own.gfm_emoji_opts) }),
  }
}

/**
 * What Ruby says where Jekyll puts its own options of colouring among the site's; undefined where they are a hash or
 * nothing.
 */
export function faultOfColouring({ syntax_highlighter_opts: given }: KramdownOptions): string | undefined {
  const value: unknown = given
  if (value === undefined || value === null || value === false) return undefined
  if (typeof value === 'string') return 'string not matched'
  if (Array.isArray(value) || Number.isInteger(value)) return 'no implicit conversion of String into Integer'
  return typeof value === 'object' ? undefined : "undefined method `[]'"
}

/** What kramdown raises for `options` at the first text it is given; undefined for options that are right. */
export function faultOfOptions(
  options: KramdownOptions,
  [fault] = faultsOfOptions(options),
): (() => never) | undefined {
  if (fault === undefined) return undefined
  return () => {
    throw new ConversionError(fault, undefined, 'correct the setting below `kramdown`')
  }
}

/** Addresses of emoji: GitHub's, or below `asset_path`. */
function emojiAddress(given: unknown): (name: string) => string | undefined {
  const own = (given as { asset_path?: unknown } | undefined)?.asset_path
  const place = typeof own === 'string' ? own.replace(/\/$/, '') : EMOJI_HOST
  return (name) => {
    const file = emojiFile(name)
    return file === undefined ? undefined : `${place}/${file}`
  }
}
