/** Every plugin that comes with the program. */
import type { Plugin } from '../api.ts'
import { feed } from './feed.ts'
import { gist } from './gist.ts'
import { paginate } from './paginate.ts'
import { redirectFrom } from './redirect-from.ts'
import { seoTag } from './seo-tag.ts'
import { sitemap } from './sitemap.ts'

export const BUNDLED: readonly Plugin[] = [feed, gist, paginate, redirectFrom, seoTag, sitemap]
