/** The package as npm installs it: its own files and what it depends on, none of what a clone has for working on it. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { SiteFolder } from '../site-maker.ts'

export const root = path.resolve(import.meta.dirname, '../..')

interface Installed {
  /** the command, to be run with Node */
  readonly cli: string
  readonly package: string
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Installs the bundle of this clone for the site `folder`, without asking npm for anything but the list of files. */
export function installInto(folder: SiteFolder): Installed {
  const home = folder.at('node_modules/whirl-blog')
  for (const file of packedFiles()) {
    fs.mkdirSync(path.dirname(path.join(home, file)), { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(home, file))
  }
  const seen = new Set<string>()
  linkDependencies(root, folder, seen)
  return { cli: path.join(home, 'dist/cli.js'), package: home }
}

/** The names of the files that `npm pack` would put into the package. */
export function packedFiles(): readonly string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const { stdout } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: true })
  const [pack] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[]
  return pack?.files.map((file) => file.path) ?? []
}

/** Links what `from` depends on, as far as it is there: packages for other systems are not. */
function linkDependencies(from: string, folder: SiteFolder, seen: Set<string>): void {
  const { dependencies, optionalDependencies } = JSON.parse(
    fs.readFileSync(path.join(from, 'package.json'), 'utf8'),
  ) as Manifest
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = path.join(root, 'node_modules', name)
    if (seen.has(name) || !fs.existsSync(place)) continue
    seen.add(name)
    const link = folder.at(`node_modules/${name}`)
    fs.mkdirSync(path.dirname(link), { recursive: true })
    fs.symlinkSync(fs.realpathSync(place), link)
  }
}
