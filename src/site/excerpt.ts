/**
 * A document's excerpt, as source text: what stands before the first separator, with the Liquid blocks that were cut in
 * two closed again and the link references and footnotes it uses brought along. Observed in Jekyll 4.3.1.
 */

interface ExcerptText {
  readonly text: string
  /** whether closing tags were added: Jekyll warns, as the author may not want that */
  readonly closed: boolean
}

/**
 * The excerpt of `body`: all of it when it has no `separator`. `blockTags` are the tags that have an end; `endsBlank`: a
 * blank line stands behind what is cut off.
 */
export function excerptOf(
  body: string,
  separator: string,
  blockTags: readonly string[],
  endsBlank = false,
): ExcerptText {
  const cut = body.indexOf(separator)
  if (cut === -1) return { text: body, closed: false }
  const head = body.slice(0, cut)
  const text = closeBlocks(head, blockTags)
  const tail = body.slice(cut + separator.length)
  const references = referencesFor(head, tail)
  const goesOn = references.length > 0 || (endsBlank && tail !== '')
  return {
    text: goesOn ? `${text}\n\n${references.join('\n')}` : text,
    closed: text !== head,
  }
}

/**
 * `head` with an end tag for each block tag that has none anywhere in it: once per name, the last opened first. What is
 * inside `raw` or a comment counts like the rest.
 */
function closeBlocks(head: string, blockTags: readonly string[]): string {
  if (!head.includes('{%')) return head
  const names = tagNames(head)
  let text = head
  for (const name of new Set(names.toReversed())) {
    if (blockTags.includes(name) && !names.some((other) => other.startsWith(`end${name}`)))
      text += `\n{% end${name} %}`
  }
  return text
}

function tagNames(text: string): string[] {
  const names: string[] = []
  const opening = /\{%-?\s*(\w+)/y
  let at = text.indexOf('{%')
  while (at !== -1) {
    opening.lastIndex = at
    const name = opening.exec(text)?.[1]
    if (name === undefined) at = text.indexOf('{%', at + 2)
    else {
      const end = text.indexOf('%}', opening.lastIndex)
      if (end === -1) break
      names.push(name)
      at = text.indexOf('{%', end + 2)
    }
  }
  return names
}

/** The lines `[x]: …` and `[^1]: …` of `tail` whose label `head` mentions in the same spelling. */
function referencesFor(head: string, tail: string): string[] {
  const references: string[] = []
  const isUsed = labelFinder(head)
  let close = -1
  for (let line = 0; line !== -1 && line < tail.length; ) {
    const open = skipSpaces(tail, line)
    let next = tail.indexOf('\n', line)
    if (tail[open] === '[') {
      if (close <= open) close = tail.indexOf(']', open)
      if (close === -1) break
      const end = tail.indexOf('\n', close)
      const stop = end === -1 ? tail.length : end
      if (close > open + 1 && tail[close + 1] === ':' && stop > close + 2 && isUsed(tail, open, close + 1)) {
        references.push(tail.slice(open, stop))
        next = end
      }
    }
    line = next === -1 ? -1 : next + 1
  }
  return references
}

/** At most three spaces. */
function skipSpaces(text: string, from: number): number {
  let at = from
  while (at < from + 3 && text[at] === ' ') at++
  return at
}

/** More brackets than this in a row, none of them closed, and a text is no longer taken apart. */
const MAX_OPEN = 50

/** Whether the label (brackets included) at a place of another text stands somewhere in `head`. */
function labelFinder(head: string): (text: string, start: number, end: number) => boolean {
  const labels = labelsIn(head)
  const longest = head.length
  return (text, start, end) => {
    if (end - start > longest) return false
    const label = text.slice(start, end)
    return labels === undefined ? head.includes(label) : labels.has(label)
  }
}

/** Every `[…]` of `head`, from each opening bracket to the next closing one; undefined when there are too many. */
function labelsIn(head: string): ReadonlySet<string> | undefined {
  const labels = new Set<string>()
  let open = head.indexOf('[')
  while (open !== -1) {
    const close = head.indexOf(']', open)
    if (close === -1) break
    let count = 0
    for (; open !== -1 && open < close; open = head.indexOf('[', open + 1)) {
      labels.add(head.slice(open, close + 1))
      if (++count > MAX_OPEN) return undefined
    }
  }
  return labels
}
