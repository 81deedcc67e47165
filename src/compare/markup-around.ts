/** What of the markup stands around a place of a page. */

interface Around {
  /** the tag or comment that holds the place, from `<` to `>`; undefined for text between tags */
  readonly tag: string | undefined
  /** the name of the last tag before the text, in lower case; '' where there is none */
  readonly element: string
}

/** A tag or comment is sought so far back and forth, in characters. */
const REACH = 4000

const OUTSIDE: Around = { tag: undefined, element: '' }

export function around(html: string, at: number): Around {
  const open = html.lastIndexOf('<', at)
  if (open === -1 || at - open > REACH) return OUTSIDE
  const comment = html.lastIndexOf('<!--', at)
  if (comment !== -1 && at - comment <= REACH) {
    const end = html.indexOf('-->', comment)
    if (end === -1 || end + 3 > at)
      return { tag: html.slice(comment, Math.min(end + 3, at + REACH)), element: '' }
  }
  const close = html.indexOf('>', open)
  if (close === -1 || close >= at)
    return { tag: html.slice(open, Math.min(close === -1 ? at : close + 1, at + REACH)), element: '' }
  return {
    tag: undefined,
    element: /^<\/?([\w:-]+)/.exec(html.slice(open, open + 64))?.[1]?.toLowerCase() ?? '',
  }
}
