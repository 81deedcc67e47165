/** What stands in the tags: keys, and options as jekyll-scholar has them. */
import type { TagSite } from '../../plugin-api.ts'

export interface CitationArguments {
  readonly keys: readonly string[]
  /** the bibliography's name, without its ending; undefined: the site's */
  readonly file: string | undefined
  /** by key, in their order */
  readonly locators: readonly string[]
  readonly suppressAuthor: boolean
  readonly cited: boolean
  readonly citedInOrder: boolean
  readonly max: number | undefined
}

const FLAGS: Readonly<Record<string, 'suppressAuthor' | 'cited' | 'citedInOrder'>> = {
  '-A': 'suppressAuthor',
  '--suppress_author': 'suppressAuthor',
  '-c': 'cited',
  '--cited': 'cited',
  '-C': 'citedInOrder',
  '--cited_in_order': 'citedInOrder',
}
const VALUES: Readonly<Record<string, 'file' | 'locator' | 'max'>> = {
  '-f': 'file',
  '--file': 'file',
  '-l': 'locator',
  '--locator': 'locator',
  '-m': 'max',
  '--max': 'max',
}

/** @param fail is told what is wrong, and does not return */
export function citationArguments(markup: string, fail: (message: string) => never): CitationArguments {
  const words = markup
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const keys: string[] = []
  const locators: string[] = []
  const flags = { suppressAuthor: false, cited: false, citedInOrder: false }
  let file: string | undefined
  let max: number | undefined
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string
    const flag = Object.hasOwn(FLAGS, word) ? FLAGS[word] : undefined
    const option = Object.hasOwn(VALUES, word) ? VALUES[word] : undefined
    if (flag !== undefined) flags[flag] = true
    else if (option !== undefined) {
      const value = words[++index] ?? fail(`\`${word}\` needs a value`)
      if (option === 'file') file = value.replace(/\.(?:bib|json)$/, '')
      else if (option === 'locator') locators.push(value)
      else if (/^\d+$/.test(value)) max = Number(value)
      else fail(`\`${word} ${value}\` is no number`)
    } else if (word.startsWith('-'))
      fail(
        `there is no option \`${word}\`; there are ${[...Object.keys(FLAGS), ...Object.keys(VALUES)].filter((name) => name.startsWith('--')).join(', ')}`,
      )
    else keys.push(word)
  }
  return { keys, locators, file, max, ...flags }
}

/** Makes `fail` of a tag. */
export function failureOf(tag: string, site: TagSite): (message: string) => never {
  return (message) => site.fail(`${tag}: ${message}`)
}
