/** Which READMEs may be an index, and whose, by the plugin's version. */
import { dirname, type SiteFile } from '../../plugin-api.ts'

/** What there is of a README: a page or a static file. */
export interface Readme {
  readonly file: SiteFile
  readonly url: string
}

interface TargetRules {
  /** those of `readmes` that may move, in their order */
  candidates<T extends Readme>(readmes: readonly T[]): readonly T[]
  /** the url of the folder whose index a README may be */
  target(readme: Readme): string
}

/** 0.3 has each move, and one that is an index already move up. */
export const BEFORE_0_4: TargetRules = {
  candidates: (readmes) => readmes,
  target({ url }) {
    const folder = dirname(url)
    return folder.endsWith('/') ? folder : `${folder}/`
  },
}

/**
 * Since 0.4 a README of `.github` or `docs` is the site's. One README moves of each folder of urls, where these two and the
 * root count as one: the one that GitHub prefers, else the first.
 */
export const SINCE_0_4: TargetRules = {
  candidates(readmes) {
    const first = new Map<string, (typeof readmes)[number]>()
    for (const readme of readmes) {
      if (readme.url.endsWith('/')) continue
      const folder = folderOf(readme).replace(/^\/(?:docs|\.github)\/$/, '/')
      const other = first.get(folder)
      if (other === undefined || rank(readme) < rank(other)) first.set(folder, readme)
    }
    return [...first.values()]
  },
  target: (readme) => (/^(?:docs|\.github)\/readme/i.test(readme.file.path) ? '/' : folderOf(readme)),
}

function folderOf({ url }: Readme): string {
  return url.slice(0, url.lastIndexOf('/') + 1)
}

/** Where GitHub looks for a repository's README, the place it prefers first. */
const PLACES = [/^\.github\/readme/i, /^readme/i, /^docs\/readme/i]

function rank({ file }: Readme): number {
  const place = PLACES.findIndex((each) => each.test(file.path))
  return place === -1 ? PLACES.length : place
}
