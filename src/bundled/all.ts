/** Every plugin that comes with the program. */
import type { Plugin } from '../plugins/index.ts'
import { archives } from './archives.ts'
import { attribution } from './attribution/plugin.ts'
import { avatar } from './avatar.ts'
import { coffeescript } from './coffeescript.ts'
import { data } from './data.ts'
import { defaultLayout } from './default-layout.ts'
import { environmentVariables } from './environment-variables.ts'
import { feed } from './feed.ts'
import { gist } from './gist.ts'
import { githubMetadata } from './github-metadata.ts'
import { includeCache } from './include-cache.ts'
import { jemoji } from './jemoji.ts'
import { jsonFeed } from './json-feed.ts'
import { lastModifiedAt } from './last-modified-at.ts'
import { mentions } from './mentions.ts'
import { octicons } from './octicons.ts'
import { optionalFrontMatter } from './optional-front-matter.ts'
import { paginate } from './paginate.ts'
import { paginateV2 } from './paginate-v2.ts'
import { readmeIndex } from './readme-index.ts'
import { redirectFrom } from './redirect-from.ts'
import { relativeLinks } from './relative-links.ts'
import { search } from './search.ts'
import { seoTag } from './seo-tag.ts'
import { sitemap } from './sitemap.ts'
import { socialCards } from './social-cards.ts'
import { titlesFromHeadings } from './titles-from-headings.ts'
import { toc } from './toc.ts'
import { whirlTheme } from './whirl-theme.ts'

export const BUNDLED: readonly Plugin[] = [
  archives,
  attribution,
  avatar,
  coffeescript,
  data,
  defaultLayout,
  environmentVariables,
  feed,
  gist,
  githubMetadata,
  includeCache,
  jemoji,
  jsonFeed,
  lastModifiedAt,
  mentions,
  octicons,
  optionalFrontMatter,
  paginate,
  paginateV2,
  readmeIndex,
  redirectFrom,
  relativeLinks,
  search,
  seoTag,
  sitemap,
  socialCards,
  titlesFromHeadings,
  toc,
  whirlTheme,
]
