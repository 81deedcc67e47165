/** What a post or page is called where it is headed and linked. */
import { shownTitle, toText } from '../../plugin-api.ts'

/** '' of a page with a blank title, which has no slug. @param find what templates find at a name */
export function titleOf(find: (name: 'title' | 'slug') => unknown): string {
  return shownTitle(toText(find('title')), toText(find('slug')))
}
