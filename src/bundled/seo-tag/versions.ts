/** What the versions of jekyll-seo-tag print otherwise; any before 2.9 prints as 2.8 does, but for its number. */
import type { Site } from '../../plugin-api.ts'

export interface SeoTagVersion {
  /** exact, for the comment */
  readonly number: string
  /** every value is escaped, in JSON-LD `&`, `<` and `>` too; before, what was not formatted stood as it was */
  readonly escapes: boolean
  /** Twitter's title and image have `name=`, not `property=`, and the description is Twitter's as well */
  readonly twitterNames: boolean
  /** an article that was changed says when */
  readonly modifiedTime: boolean
  /** front matter's `title_category` follows the title */
  readonly titleCategory: boolean
  /** `{% seo canonical=false %}` names no original */
  readonly canonicalOff: boolean
  /** the path of an image without a slash in front is taken from the page's address on, not from the site's */
  readonly relativeImages: boolean
  /** words of a description, unless front matter has `seo_description_max_words`; undefined: all */
  readonly descriptionWords: number | undefined
}

const SINCE_2_9 = {
  escapes: true,
  twitterNames: true,
  modifiedTime: true,
  titleCategory: true,
  canonicalOff: true,
  relativeImages: true,
  descriptionWords: 100,
}
const BEFORE = {
  escapes: false,
  twitterNames: false,
  modifiedTime: false,
  titleCategory: false,
  canonicalOff: false,
  relativeImages: false,
  descriptionWords: undefined,
}

/** The version that `site` is built with. */
export function seoTagVersion({ config }: Pick<Site, 'config'>): SeoTagVersion {
  const number = config.reference.gems['jekyll-seo-tag'] ?? '2.9.1'
  const [major = 0, minor = 0] = number.split('.').map(Number)
  return { number, ...(major > 2 || (major === 2 && minor >= 9) ? SINCE_2_9 : BEFORE) }
}
