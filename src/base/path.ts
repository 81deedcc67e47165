/** Site paths: posix, as text. Nothing here touches the disk. */

/** Ruby's `File.join`: parts joined by one slash, where both have slashes the second's; `..` and the rest stay. */
export function joinPath(...parts: readonly string[]): string {
  let path = ''
  for (const [index, part] of parts.entries()) {
    if (index === 0) path = part
    else if (part.startsWith('/')) path = withoutSlashes(path) + part
    else path += path.endsWith('/') ? part : `/${part}`
  }
  return path
}

/** A path of the disk, whose parts `separator` divides, as one with slashes. */
export function withSlashes(path: string, separator: string): string {
  return separator === '/' ? path : path.replaceAll(separator, '/')
}

/** `path` without the slashes at its end. */
function withoutSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}

/** Ruby's `File.basename(path)`, or without `suffix` (`.*` takes any extension off). */
export function basename(path: string, suffix = ''): string {
  const trimmed = withoutSlashes(path)
  if (trimmed === '') return path === '' ? '' : '/'
  const name = trimmed.slice(trimmed.lastIndexOf('/') + 1)
  if (suffix === '.*') return name.slice(0, name.length - extname(name).length)
  return suffix !== '' && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name
}

/** Ruby's `File.dirname`: `a/b` of `a/b/c`, `.` of `a`, `/` of `/a`; of several slashes in front one stays. */
export function dirname(path: string): string {
  const trimmed = withoutSlashes(path)
  const slash = trimmed.lastIndexOf('/')
  if (slash === -1) return trimmed === '' && path !== '' ? '/' : '.'
  const dir = withoutSlashes(trimmed.slice(0, slash)) || '/'
  return dir.startsWith('//') ? dir.replace(/^\/+/, '/') : dir
}

/** Ruby's `File.extname`: `.md` of `a.md`, `''` of `.gitignore` and `a`, `.` of `a.`. */
export function extname(path: string): string {
  const trimmed = withoutSlashes(path)
  const name = trimmed.slice(trimmed.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  if (dot <= 0 || /^\.+$/.test(name.slice(0, dot + 1))) return ''
  return name.slice(dot)
}

/**
 * A path with `.`, `..` and double slashes resolved, as text. A relative path may keep leading `..`; an absolute one
 * stops at the root. `''` becomes `.`.
 */
export function cleanPath(path: string): string {
  const absolute = path.startsWith('/')
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') kept.push(part)
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else if (!absolute) kept.push('..')
  }
  return (absolute ? '/' : '') + kept.join('/') || '.'
}

/**
 * `questionable` as an absolute path that lies in `base` whatever it says (Jekyll's `sanitized_path`): `..` stops at
 * `base`, an absolute path inside `base` stays, any other is taken as relative. `base` must be absolute. A leading `~`
 * is a plain character. Symbolic links are the reader's business.
 */
export function sanitizedPath(base: string, questionable: string): string {
  const root = cleanPath(base)
  const resolved = cleanPath(`/${questionable}`)
  if (resolved === '/') return root
  if (isInside(root, resolved)) return resolved
  return root === '/' ? resolved : root + resolved
}

/** Whether `path` is `dir` or lies below it. Both clean and absolute, or both clean and relative. */
export function isInside(dir: string, path: string): boolean {
  return path === dir || path.startsWith(dir.endsWith('/') ? dir : `${dir}/`)
}

/** `path` as seen from the directory `from`; both clean and both absolute (or both relative). */
export function relativePath(from: string, path: string): string {
  const a = from === '.' ? [] : from.split('/').filter(Boolean)
  const b = path === '.' ? [] : path.split('/').filter(Boolean)
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/') || '.'
}
