// Written by tools/bundled-plugins.mjs from the folders here.
import type { Plugin } from '../plugin-api.ts'
import { archives } from './archives/plugin.ts'
import { attribution } from './attribution/plugin.ts'
import { avatar } from './avatar/plugin.ts'
import { bibliography } from './bibliography/plugin.ts'
import { coffeescript } from './coffeescript/plugin.ts'
import { data } from './data/plugin.ts'
import { defaultLayout } from './default-layout/plugin.ts'
import { environmentVariables } from './environment-variables/plugin.ts'
import { feed } from './feed/plugin.ts'
import { figures } from './figures/plugin.ts'
import { gist } from './gist/plugin.ts'
import { githubMetadata } from './github-metadata/plugin.ts'
import { includeCache } from './include-cache/plugin.ts'
import { jemoji } from './jemoji/plugin.ts'
import { jsonFeed } from './json-feed/plugin.ts'
import { languages } from './languages/plugin.ts'
import { lastModifiedAt } from './last-modified-at/plugin.ts'
import { maths } from './maths/plugin.ts'
import { mentions } from './mentions/plugin.ts'
import { octicons } from './octicons/plugin.ts'
import { optionalFrontMatter } from './optional-front-matter/plugin.ts'
import { paginate } from './paginate/plugin.ts'
import { paginateV2 } from './paginate-v2/plugin.ts'
import { pictures } from './pictures/plugin.ts'
import { readmeIndex } from './readme-index/plugin.ts'
import { redirectFrom } from './redirect-from/plugin.ts'
import { references } from './references/plugin.ts'
import { relativeLinks } from './relative-links/plugin.ts'
import { search } from './search/plugin.ts'
import { seoTag } from './seo-tag/plugin.ts'
import { sitemap } from './sitemap/plugin.ts'
import { socialCards } from './social-cards/plugin.ts'
import { titlesFromHeadings } from './titles-from-headings/plugin.ts'
import { toc } from './toc/plugin.ts'
import { whirlTheme } from './whirl-theme/plugin.ts'
import { writing } from './writing/plugin.ts'

/** Every plugin that comes with the program. */
export const BUNDLED: readonly Plugin[] = [
  archives,
  attribution,
  avatar,
  bibliography,
  coffeescript,
  data,
  defaultLayout,
  environmentVariables,
  feed,
  figures,
  gist,
  githubMetadata,
  includeCache,
  jemoji,
  jsonFeed,
  languages,
  lastModifiedAt,
  maths,
  mentions,
  octicons,
  optionalFrontMatter,
  paginate,
  paginateV2,
  pictures,
  readmeIndex,
  redirectFrom,
  references,
  relativeLinks,
  search,
  seoTag,
  sitemap,
  socialCards,
  titlesFromHeadings,
  toc,
  whirlTheme,
  writing,
]
