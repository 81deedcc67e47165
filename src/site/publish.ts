/** What a site shows. Drafts have no rule here: their directories are only read when drafts are shown. */
import { type Hash, isTruthy, type Time, type Value } from '../base/index.ts'
import type { Config } from './types.ts'

/** Whether front matter lets a page or post be seen and a document be written: `published: false` hides it, nil too. */
export function isPublished(data: Hash, config: Pick<Config, 'unpublished'>): boolean {
  return config.unpublished || saysPublished(data.get('published'))
}

/** Whether `published` may have this value; undefined where nothing is said. */
export function saysPublished(value: Value): boolean {
  return value === undefined || isTruthy(value)
}

/** Whether front matter lets a document be listed in its collection: only `published: false` itself hides it. */
export function isListed(data: Hash, config: Pick<Config, 'unpublished'>): boolean {
  return config.unpublished || data.get('published') !== false
}

/** Whether a document's date lies after the site's time, in whole seconds as Jekyll compares, and must wait. */
export function isFuture(date: Time, time: Time, config: Pick<Config, 'future'>): boolean {
  return !config.future && date.seconds > time.seconds
}

/** Whether what waits while the clock stands still at `time` need not wait at `present`. */
export function isOverdue(date: Time, time: Time, present: Time, config: Pick<Config, 'future'>): boolean {
  return isFuture(date, time, config) && !isFuture(date, present, config)
}
