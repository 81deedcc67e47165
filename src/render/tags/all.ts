/** Jekyll's tags. `include` replaces Liquid's. */
import type { TagDefinition } from '../../liquid/index.ts'
import { HostError } from '../failure.ts'
import { highlight } from './highlight.ts'
import { include } from './include.ts'
import { includeCached } from './include-cached.ts'
import { includeRelative } from './include-relative.ts'
import { link } from './link.ts'
import { postUrl } from './post-url.ts'

/** `tag`, with the place of the tag on what its markup's parsing throws. */
function placed<State>(tag: TagDefinition<State>): TagDefinition {
  return {
    ...tag,
    parse(markup, site) {
      try {
        return tag.parse(markup, site)
      } catch (error) {
        if (error instanceof HostError) error.place ??= { path: site.path, line: site.line }
        throw error
      }
    },
  } as TagDefinition
}

export const jekyllTags: readonly TagDefinition[] = [
  placed(highlight),
  placed(include),
  placed(includeCached),
  placed(includeRelative),
  placed(link),
  placed(postUrl),
]
