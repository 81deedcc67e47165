/** What git knows of the repository a site lies in: asked when first needed, each thing once. */
import path from 'node:path'
import type { Config } from '../site/index.ts'
import { askGit } from './ask-git.ts'
import { type GitPlace, gitPlace, headOf, outsideOf, readText } from './git-place.ts'

/** Undefined where there is no repository, no git, no such remote or no commit. */
interface GitRepository {
  /** the address of the remote `origin` */
  origin(): string | undefined
  /** the hash of the commit that is checked out */
  revision(): string | undefined
}

/** The answers where git is not to be asked. */
export const NO_REPOSITORY: GitRepository = { origin: () => undefined, revision: () => undefined }

export function gitRepository({ source, safe }: Pick<Config, 'source' | 'safe'>): GitRepository {
  const answers = new Map<(place: GitPlace) => string | undefined, string | undefined>()
  let place: GitPlace | undefined
  const ask = (question: (place: GitPlace) => string | undefined): string | undefined => {
    if (answers.has(question)) return answers.get(question)
    place ??= gitPlace(source)
    const answer =
      place === undefined || (safe && outsideOf(place) !== undefined) ? undefined : question(place)
    answers.set(question, answer)
    return answer
  }
  return { origin: () => ask(originOf), revision: () => ask(headOf) }
}

/** The first address of `origin`, and what short forms in it stand for by the user's own configuration. */
function originOf(place: GitPlace): string | undefined {
  const input = readText(path.join(place.commonDir, 'config')) ?? ''
  const words = ['config', '--file', '-', '--null', '--get-all', 'remote.origin.url']
  try {
    const [address = ''] = askGit(place, { words, input, usersConfig: false }).split('\0')
    const config = `[remote "origin"]\n\turl = ${quoted(address)}\n`
    const said = askGit(place, { words: ['remote', 'get-url', 'origin'], config, usersConfig: true })
    return said.trim() === '' ? undefined : said.trim()
  } catch {
    return undefined
  }
}

/** As a value in git's configuration. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
}
