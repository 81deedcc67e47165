/** What a post or page is called where it is headed and linked. */
import { titleFromSlug, toText } from '../../plugin-api.ts'

/**
 * The title; for a blank one, `title: ""`, the one that Jekyll would have made of the name of a post's file; '' of a page,
 * which has none such.
 * @param find what templates find at a name
 */
export function titleOf(find: (name: 'title' | 'slug') => unknown): string {
  const title = toText(find('title'))
  return title.trim() === '' ? titleFromSlug(toText(find('slug'))) : title
}
