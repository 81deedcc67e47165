/**
 * Types that Jekyll's server gives and the library's table does not: text has a character set, except where the file
 * itself says it (XML).
 */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.htm', 'text/html; charset=utf-8'],
  ['.xhtml', 'application/xhtml+xml'],
  ['.css', 'text/css; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.js', 'application/javascript; charset=utf-8'],
  ['.mjs', 'application/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
  ['.yml', 'text/yaml; charset=utf-8'],
  ['.yaml', 'text/yaml; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.xml', 'application/xml'],
  ['.atom', 'application/atom+xml'],
  ['.rss', 'application/rss+xml'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
])

/** The type for a file's extension (with its dot); undefined leaves it to the library. */
export function contentType(extension: string): string | undefined {
  return TYPES.get(extension.toLowerCase())
}
