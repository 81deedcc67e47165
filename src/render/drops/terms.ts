/** `site.tags` and `site.categories`. */
import type { Value } from '../../base/index.ts'

/** Words and their posts. Ruby's `hash[word]` is an empty list here, not nil, for a word that no post has. */
export class Terms extends Map<Value, unknown> {}
