/** The files of installed packages that a site's plugins may be made of: with others a plugin may be another. */
import path from 'node:path'
import { type Gate, openGate } from '../../files/index.ts'

/** What package managers write down of all that they installed. */
const RECORDS = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'] as const

/** The files of the packages with these main files, and the records of what is installed for the site at `source`; absolute. */
export function packageFiles(source: string, mains: readonly string[]): readonly string[] {
  const gate = openGate('/')
  const files = mains.flatMap((main) => filesBelow(packageOf(main, gate), gate))
  for (let directory = source; ; directory = path.dirname(directory)) {
    for (const name of RECORDS) {
      const file = path.join(directory, 'node_modules', name)
      if (gate.kindOf(file) === 'file') files.push(file)
    }
    if (path.dirname(directory) === directory) return files
  }
}

/** The directory of the package that `file` belongs to. */
function packageOf(file: string, gate: Gate): string {
  let directory = path.dirname(file)
  while (gate.kindOf(path.join(directory, 'package.json')) === null && path.dirname(directory) !== directory)
    directory = path.dirname(directory)
  return directory
}

/** All files below `directory` but those of packages of its own. */
function filesBelow(directory: string, gate: Gate): string[] {
  return gate.list(directory).flatMap(({ name, kind, link }) => {
    const place = path.join(directory, name)
    if (link) return []
    if (kind === 'file') return [place]
    return kind === 'directory' && name !== 'node_modules' ? filesBelow(place, gate) : []
  })
}
