/** Jekyll's tags, where `include` replaces Liquid's, and the one of a plugin that works as they do. */
import type { TagDefinition } from '../../liquid/index.ts'
import { TagFault } from '../../plugins/index.ts'
import { HostError } from '../failure.ts'
import { highlight } from './highlight.ts'
import { include } from './include.ts'
import { includeCached } from './include-cached.ts'
import { includeRelative } from './include-relative.ts'
import { link } from './link.ts'
import { postUrl } from './post-url.ts'

/** `tag`, with the place of the tag on what its markup's parsing throws. */
export function placed<State>(tag: TagDefinition<State>): TagDefinition {
  return {
    ...tag,
    parse(markup, site) {
      try {
        return tag.parse(markup, site)
      } catch (error) {
        const fault = error instanceof TagFault ? new HostError(error.message, 'plugins/tag') : error
        if (fault instanceof HostError) fault.place ??= { path: site.path, line: site.line }
        throw fault
      }
    },
  } as TagDefinition
}

/** jekyll-include-cache's. */
export const includeCacheTags: readonly TagDefinition[] = [placed(includeCached)]

export const jekyllTags: readonly TagDefinition[] = [
  placed(highlight),
  placed(include),
  placed(includeRelative),
  placed(link),
  placed(postUrl),
]
