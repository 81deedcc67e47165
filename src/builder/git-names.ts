/** The names that a repository has for commits: its branches and tags, read without git. */
import path from 'node:path'
import { openGate } from '../files/index.ts'
import { type GitPlace, readText } from './git-place.ts'

export interface GitNames {
  /** what is checked out, as the file `HEAD` says it */
  readonly head: string
  /** a row `HASH NAME` for each branch and tag, as in the file `packed-refs` */
  readonly packed: string
}

const ROW = /^([\da-f]{40,64}) (refs\/\S+)$/

/** The names in the repository at `place`; a branch that was moved since they were packed has its own file. */
export function gitNames({ gitDir, commonDir }: GitPlace): GitNames {
  const names = new Map<string, string>()
  for (const row of (readText(path.join(commonDir, 'packed-refs')) ?? '').split('\n')) {
    const [, hash, name] = ROW.exec(row.trimEnd()) ?? []
    if (hash !== undefined && name !== undefined) names.set(name, hash)
  }
  const gate = openGate(commonDir, { fenced: true })
  const read = (folder: string): void => {
    for (const { name: last, kind } of gate.list(path.join(commonDir, folder))) {
      const name = `${folder}/${last}`
      if (kind === 'directory') read(name)
      const [, hash] = ROW.exec(`${gate.text(path.join(commonDir, name))?.trim()} ${name}`) ?? []
      if (kind === 'file' && hash !== undefined) names.set(name, hash)
    }
  }
  for (const kind of ['heads', 'tags', 'remotes']) read(`refs/${kind}`)
  const rows = [...names].map(([name, hash]) => `${hash} ${name}\n`)
  return { head: readText(path.join(gitDir, 'HEAD')) ?? '', packed: rows.join('') }
}
