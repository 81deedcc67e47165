/** Files of a site by which programs run, or run with other settings: who writes there for somebody else leaves them alone. */
import { isInside } from '../base/index.ts'

/** Their names at the top of a site; letters count as a disk that knows no case has them. */
const RULING =
  /^(?:_config.*\.(?:ya?ml|toml)|whirl\.(?:config\..*|lock)|package(?:-lock)?\.json|Gemfile.*|.*\.gemspec|Rakefile|Makefile)$/i

/** Whether a path names something hidden, or a package: in no folder does anybody else write them. */
export function isHiddenOrPackage(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part.toLowerCase() === 'node_modules')
}

/**
 * Whether the file at `path` rules a build.
 * @param path below the site's source
 * @param plugins folders of plugins, below it
 */
export function isRuling(path: string, plugins: readonly string[]): boolean {
  const low = path.toLowerCase()
  return (
    isHiddenOrPackage(path) ||
    (!path.includes('/') && RULING.test(path)) ||
    plugins.some((folder) => isInside(folder.toLowerCase(), low))
  )
}
