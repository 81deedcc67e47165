/** `author` for templates. */
import { employerDrop, profileList } from './employer-drop.ts'
import { LazyDrop } from './lazy-drop.ts'
import type { Author, Employment, Worked } from './model.ts'
import type { Shelf } from './shelf.ts'

/** @param jobs those that the page shows; with `times`, each with the span the work falls into */
export function authorDrop(
  author: Author,
  jobs: readonly Employment[],
  times: readonly Worked[] | null,
  shelf: Shelf,
): LazyDrop {
  const fields = {
    key: () => author.key,
    name: () => author.name,
    email: () => author.email,
    url: () => author.url,
    orcid: () => author.orcid,
    profiles: () => profileList(author.profiles),
    employers: () => jobs.map((job) => employerDrop(job, times, shelf)),
  }
  return new LazyDrop(fields, () => author.name)
}
