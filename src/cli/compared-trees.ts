/** What `whirl compare` compares, as trees: a folder, a build in memory. */
import path from 'node:path'
import { BuildError } from '../base/index.ts'
import type { BuiltSite } from '../check/index.ts'
import type { BuiltTree } from '../compare/index.ts'
import { openGate } from '../files/index.ts'

/** The output folder `place`, as the command line names it. Throws a BuildError where there is none. */
export function folderTree(place: string, shown: string): BuiltTree {
  const gate = openGate('/')
  if (gate.kindOf(place) !== 'directory')
    throw new BuildError([
      {
        code: 'cli/compare',
        severity: 'error',
        topic: 'Compare:',
        message: `There is no folder ${shown}.`,
        help: 'name the folder that the other generator wrote: whirl compare _site',
        trail: [],
      },
    ])
  const paths: string[] = []
  const walk = (below: string): void => {
    for (const { name, kind } of gate.list(path.join(place, below))) {
      const found = below === '' ? name : `${below}/${name}`
      if (kind === 'file') paths.push(found)
      else if (kind === 'directory' && found !== '.git') walk(found)
    }
  }
  walk('')
  return { paths, bytes: (each) => gate.read(path.join(place, each)).bytes }
}

/** What was built in memory. */
export function builtTree({ outputs, bytesOf }: BuiltSite): BuiltTree {
  return {
    paths: [...outputs.keys()],
    bytes(each) {
      const content = outputs.get(each)
      if (content === undefined || content instanceof Uint8Array) return content
      return typeof content === 'string' ? new TextEncoder().encode(content) : bytesOf(content)
    },
  }
}
