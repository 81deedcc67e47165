/** The files of installed packages that a site's plugins may be made of: with others a plugin may be another. */
import fs from 'node:fs'
import path from 'node:path'

/** What package managers write down of all that they installed. */
const RECORDS = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'] as const

/** The files of the packages with these main files, and the records of what is installed for the site at `source`; absolute. */
export function packageFiles(source: string, mains: readonly string[]): readonly string[] {
  const files = mains.flatMap((main) => filesBelow(packageOf(main)))
  for (let directory = source; ; directory = path.dirname(directory)) {
    for (const name of RECORDS) {
      const file = path.join(directory, 'node_modules', name)
      if (fs.existsSync(file)) files.push(file)
    }
    if (path.dirname(directory) === directory) return files
  }
}

/** The directory of the package that `file` belongs to. */
function packageOf(file: string): string {
  let directory = path.dirname(file)
  while (!fs.existsSync(path.join(directory, 'package.json')) && path.dirname(directory) !== directory)
    directory = path.dirname(directory)
  return directory
}

/** All files below `directory` but those of packages of its own. */
function filesBelow(directory: string): string[] {
  return fs.readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(directory, entry.name)
    if (entry.isFile()) return [place]
    return entry.isDirectory() && entry.name !== 'node_modules' ? filesBelow(place) : []
  })
}
