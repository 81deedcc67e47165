/** `jekyll_compose`: what the writing commands put into new files. */
import { type Hash, isHash } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'

export interface ComposeSettings {
  /** front matter of new files, by collection */
  readonly fields: ReadonlyMap<string, Hash>
  /** whether they are opened in the user's editor */
  readonly autoOpen: boolean
}

export function composeSettings({ data }: Config): ComposeSettings {
  const own = data.get('jekyll_compose')
  const settings: Hash = isHash(own) ? own : new Map()
  const defaults = settings.get('default_front_matter')
  const fields = new Map<string, Hash>()
  if (isHash(defaults))
    for (const [collection, given] of defaults)
      if (typeof collection === 'string' && isHash(given)) fields.set(collection, given)
  return { fields, autoOpen: settings.get('auto_open') === true }
}
