/** Where the pages of a pagination lie, as templates are told. */
import { joinPath } from '../../plugin-api.ts'
import type { Pagination } from './options.ts'

interface PageAddresses {
  /** the address of a page's file */
  file(number: number): string
  /** how other pages name the first one, and any as one that follows another */
  readonly first: string
  later(number: number): string
}

/** @param start the directory of the paginated page, with a slash at its end */
export function pageAddresses(
  start: string,
  { permalink, indexName, extension }: Pagination,
  total: number,
): PageAddresses {
  const further = joinPath(start, permalink)
  // Only the first placeholder of each kind is filled in, as Ruby's `sub` does.
  const filled = (url: string, number: number): string =>
    url.replace(':num', String(number)).replace(':max', String(total))
  const withFile = (url: string, name: string): string => {
    if (url.endsWith('/')) return url + name + extension
    return url.includes('.') ? url : url + name
  }
  const shown = (url: string): string => (indexName === '' ? url : withFile(url, indexName))
  return {
    file: (number) => filled(withFile(number === 1 ? start : further, indexName || 'index'), number),
    first: filled(shown(start), 1),
    later: (number) => filled(shown(further), number),
  }
}
