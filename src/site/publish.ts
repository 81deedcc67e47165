/** What a site shows. Drafts have no rule here: their directories are only read when drafts are shown. */
import type { Hash, Time } from '../base/index.ts'
import type { Config } from './types.ts'

/** Whether front matter lets a page or document be seen: only `published: false` itself hides it. */
export function isPublished(data: Hash, config: Pick<Config, 'unpublished'>): boolean {
  return config.unpublished || data.get('published') !== false
}

/** Whether a document's date lies after the site's time, in whole seconds as Jekyll compares, and must wait. */
export function isFuture(date: Time, time: Time, config: Pick<Config, 'future'>): boolean {
  return !config.future && date.seconds > time.seconds
}
