/**
 * A document's excerpt, as source text: what stands before the first separator, with the Liquid blocks that were cut in
 * two closed again and the link references and footnotes it uses brought along. Observed in Jekyll 4.3.1.
 */

export interface ExcerptText {
  readonly text: string
  /** whether closing tags were added: Jekyll warns, as the author may not want that */
  readonly closed: boolean
}

/** Names of block tags: those a cut must close. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'raw',
  'tablerow',
  'unless',
])

/** The excerpt of `body`: all of it when it has no `separator`. `blockTags` are the tags that have an end. */
export function excerptOf(
  body: string,
  separator: string,
  blockTags: ReadonlySet<string> = BLOCK_TAGS,
): ExcerptText {
  const cut = body.indexOf(separator)
  if (cut === -1) return { text: body, closed: false }
  const head = body.slice(0, cut)
  const text = closeBlocks(head, blockTags)
  const references = referencesFor(head, body.slice(cut + separator.length))
  return {
    text: references.length === 0 ? text : `${text}\n\n${references.join('\n')}`,
    closed: text !== head,
  }
}

/**
 * `head` with an end tag for each block tag that has none anywhere in it: once per name, the last opened first. What is
 * inside `raw` or a comment counts like the rest.
 */
function closeBlocks(head: string, blockTags: ReadonlySet<string>): string {
  if (!head.includes('{%')) return head
  const names = tagNames(head)
  let text = head
  for (const name of new Set(names.toReversed())) {
    if (blockTags.has(name) && !names.some((other) => other.startsWith(`end${name}`)))
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
  if (!head.includes('[')) return []
  const references: string[] = []
  const line = /^ {0,3}(\[[^\]]+\]):.+$/gm
  for (const match of tail.matchAll(line)) {
    if (match[1] !== undefined && head.includes(match[1])) references.push(match[0].trimStart())
  }
  return references
}
