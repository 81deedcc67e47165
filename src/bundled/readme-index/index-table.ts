/** Which folders of a site have an index. */
import { listedFiles, type Site } from '../../plugin-api.ts'

const NAMES = ['', 'index.html', 'index.htm', 'index.xhtml', 'index.xml']

interface IndexTable {
  /** Whether `folder`, a url with its slash, had no index; from now on it has one, which does not stand at `from` any more. */
  take(folder: string, from?: string): boolean
}

/** Pages and static files may be an index, in any case of letters. */
export function indexTable(site: Site): IndexTable {
  const counts = new Map<string, number>()
  const add = (url: string, count: number): void => {
    const key = url.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  for (const { url } of [...site.pages, ...listedFiles(site)]) add(url, 1)
  return {
    take(folder, from) {
      if (NAMES.some((name) => (counts.get((folder + name).toLowerCase()) ?? 0) > 0)) return false
      if (from !== undefined) add(from, -1)
      add(folder, 1)
      return true
    },
  }
}
