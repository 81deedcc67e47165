/** Ruby's `Dir.glob` in a tree. */
import { expandBraces, globMatches, hasGlob } from '../base/index.ts'
import type { FileTree } from '../files/index.ts'

/**
 * The paths of files and directories that `pattern` selects: `**` as a whole directory stands for any number of them,
 * none of them hidden or a link.
 */
export function globPaths(tree: FileTree, pattern: string): readonly string[] {
  const found = new Set<string>()
  for (const one of expandBraces(pattern)) select(tree, one.split('/'), found)
  return [...found]
}

function select(tree: FileTree, wanted: readonly string[], found: Set<string>): void {
  const seen = new Set<string>()
  const visit = (at: string, from: number): void => {
    const key = `${from} ${at}`
    if (seen.has(key)) return
    seen.add(key)
    const part = wanted[from] ?? ''
    const last = from === wanted.length - 1
    const under = (name: string): string => (at === '' ? name : `${at}/${name}`)
    const take = (path: string): void => {
      if (last) found.add(path)
      else visit(path, from + 1)
    }
    if (part === '**' && !last) {
      visit(at, from + 1)
      for (const { name, kind, link } of tree.list(at))
        if (kind === 'directory' && !link && !name.startsWith('.')) visit(under(name), from)
    } else if (!hasGlob(part)) {
      if (part !== '' && tree.kindOf(under(part)) !== null) take(under(part))
    } else
      for (const { name, kind } of tree.list(at))
        if ((last || kind === 'directory') && globMatches(part, name)) take(under(name))
  }
  visit('', 0)
}
