/** What git knows of the repository a site lies in: asked when first needed, each thing once. */
import { execFileSync } from 'node:child_process'

/** Undefined where there is no repository, no git, no such remote or no commit. */
interface GitRepository {
  /** the address of the remote `origin` */
  origin(): string | undefined
  /** the hash of the commit that is checked out */
  revision(): string | undefined
}

export function gitRepository(source: string): GitRepository {
  const answers = new Map<string, string | undefined>()
  const ask = (...words: readonly string[]): string | undefined => {
    const key = words.join(' ')
    if (!answers.has(key)) answers.set(key, git(source, words))
    return answers.get(key)
  }
  return {
    origin: () => ask('remote', 'get-url', 'origin'),
    revision: () => ask('rev-parse', 'HEAD'),
  }
}

function git(source: string, words: readonly string[]): string | undefined {
  try {
    const said = execFileSync('git', words, {
      cwd: source,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return said.trim() === '' ? undefined : said.trim()
  } catch {
    return undefined
  }
}
