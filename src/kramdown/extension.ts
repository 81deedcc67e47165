/**
 * Extensions, `{::name attributes}body{:/name}` and `{::name attributes /}`, as they are read in both passes.
 *
 * kramdown knows `comment`, `nomarkdown` and `options`; others are left as text. Options that could read files or name
 * formatter classes do not exist here.
 */

import { newAttributeList, readAttributeList } from './attribute-list.ts'
import { COLON, codeAt, isNameChar, isSpace, isWord, LBRACE, RBRACE, SLASH } from './chars.ts'
import { Element, infoOf } from './element.ts'
import { setInlineOption } from './options.ts'
import type { ParsedDocument } from './parsed-document.ts'
import type { TextFinder } from './text-finder.ts'

export interface ExtensionStart {
  readonly name: string
  readonly attributes: string
  /** no body: written with a slash at the end */
  readonly closed: boolean
  /** offset after the `}` */
  readonly end: number
}

/** The start of an extension at `i` (which holds `{::`), or null. */
export function readExtensionStart(finder: TextFinder, i: number): ExtensionStart | null {
  const s = finder.text
  if (codeAt(s, i) !== LBRACE || codeAt(s, i + 1) !== COLON || codeAt(s, i + 2) !== COLON) return null
  let j = i + 3
  if (!isWord(codeAt(s, j))) return null
  while (isNameChar(codeAt(s, j))) j++
  const name = s.slice(i + 3, j)
  const close = finder.closingBrace(j)
  if (close < 0) return null
  const c = codeAt(s, j)
  if (!(c === RBRACE || c === SLASH || isSpace(c))) return null
  if (c === SLASH && close !== j + 1) return null
  const closed = codeAt(s, close - 1) === SLASH
  return { name, attributes: s.slice(j, closed ? close - 1 : close), closed, end: close + 1 }
}

/** The end of the body that starts at `from`: `[start of {:/…}, offset after it]`; null when there is none. */
export function findExtensionEnd(finder: TextFinder, from: number, name: string): [number, number] | null {
  const s = finder.text
  for (let i = finder.from('{:/', from); i >= 0; i = finder.from('{:/', i + 3)) {
    if (codeAt(s, i + 3) === RBRACE) return [i, i + 4]
    if (s.startsWith(name, i + 3) && codeAt(s, i + 3 + name.length) === RBRACE)
      return [i, i + 4 + name.length]
  }
  return null
}

/**
 * What an extension stands for: an element, null for nothing. `undefined` means kramdown does not know it and the text
 * stays.
 */
export function runExtension(
  doc: ParsedDocument,
  start: ExtensionStart,
  body: string | null,
  block: boolean,
): Element | null | undefined {
  const list = newAttributeList()
  readAttributeList(start.attributes, list)
  switch (start.name) {
    case 'comment': {
      if (body === null) return null
      const el = new Element('comment', body)
      infoOf(el).block = block
      return el
    }
    case 'nomarkdown': {
      if (body === null) return null
      const el = new Element('raw', body)
      const info = infoOf(el)
      info.block = block
      const formats = list.attr.get('type')
      info.formats = formats ? formats.split(/[ \t-\r]+/) : null
      return el
    }
    case 'options': {
      const { settings, warnings } = doc
      if (list.refs.length > 0) warnings?.add("Unknown kramdown option 'refs'")
      for (const [name, value] of list.attr) {
        if (settings.forbiddenInlineOptions.includes(name))
          warnings?.add(`Option ${name} may not be set inline`)
        else if (!setInlineOption(settings, name, value ?? ''))
          warnings?.add(`Unknown kramdown option '${name}'`)
      }
      return null
    }
    default:
      return undefined
  }
}
