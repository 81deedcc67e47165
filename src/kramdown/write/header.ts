/** Headers and their ids. */
import { strip } from '../chars.ts'
import type { Element } from '../element.ts'
import { escapeAttribute } from '../escape-html.ts'
import { gfmId, kramdownId } from '../header-id.ts'
import type { Settings } from '../options.ts'
import type { Writer } from '../writer.ts'
import { attributesToHtml, spaces } from '../writer.ts'

const SYMBOL_SOURCE: ReadonlyMap<string, string> = new Map([
  ['mdash', '---'],
  ['ndash', '--'],
  ['hellip', '...'],
  ['laquo_space', '<< '],
  ['raquo_space', ' >>'],
  ['laquo', '<<'],
  ['raquo', '>>'],
])

/** With `auto_id_stripping` kramdown counts plain text only: no code, no entities. */
function bareText(el: Element): string {
  let out = ''
  for (const child of el.children)
    out += child.type === 'text' || child.type === 'abbreviation' ? child.value : bareText(child)
  return out
}

/** The text of a term or header without its marks: what ids are made of where they are not made of the source. */
export function idText(settings: Settings, el: Element): string {
  return settings.gfm ? plainText(settings, el) : bareText(el)
}

/** The text of a header, as GFM's ids are made of it. */
function plainText(settings: Settings, el: Element): string {
  let out = ''
  for (const child of el.children) {
    switch (child.type) {
      case 'text':
      case 'codespan':
      case 'math':
      case 'abbreviation':
        out += child.value
        break
      case 'entity':
        out += String.fromCodePoint(child.line)
        break
      case 'smart_quote':
        out +=
          child.value.startsWith('l') || child.value.startsWith('r')
            ? child.value.endsWith('squo')
              ? "'"
              : '"'
            : ''
        break
      case 'typographic_sym':
        if (settings.transliteratedHeaderIds && settings.transliterate)
          out += SYMBOL_SOURCE.get(child.value) ?? ''
        break
      case 'img':
        break
      default:
        out += plainText(settings, child)
    }
  }
  return out
}

/** An id for a header that has none. */
function headerId(w: Writer, el: Element): string {
  const { settings } = w.doc
  return freshId(w, settings.gfm || settings.autoIdStripping ? idText(settings, el) : (el.info?.raw ?? ''))
}

/** An id made of `source` that no header has. */
export function freshId(w: Writer, source: string): string {
  const { settings } = w.doc
  const plain =
    settings.transliteratedHeaderIds && settings.transliterate ? settings.transliterate(source) : source
  const id = kramdownId(plain) || 'section'
  const used = w.usedIds.get(id)
  w.usedIds.set(id, (used ?? 0) + 1)
  return settings.autoIdPrefix + (used === undefined ? id : `${id}-${used}`)
}

/** GFM gives headers their ids when all is read; they count apart from those made while writing. */
export function gfmHeaderIds(settings: Settings, headers: readonly Element[]): void {
  if (headers.length === 0) return
  const used = new Map<string, number>()
  for (const el of headers) {
    if (el.attr?.has('id')) continue
    const text = plainText(settings, el)
    // Without the means to transliterate, kramdown's GFM makes its usual ids.
    const { transliterate } = settings
    const id =
      settings.transliteratedHeaderIds && transliterate
        ? kramdownId(transliterate(text)) || 'section'
        : gfmId(text)
    const count = used.get(id)
    used.set(id, (count ?? 0) + 1)
    const unique = settings.autoIdPrefix + (count === undefined ? id : `${id}-${count}`)
    if (el.attr !== null) el.attr.set('id', unique)
    else {
      // An id alone needs no list of attributes.
      el.value = unique
      el.line = HAS_ID
    }
  }
}

/** `{:.no_toc}` */
function isLeftOut(classes: string | null | undefined): boolean {
  return !!classes && /\bno_toc\b/.test(classes)
}

/** `line` of a header without attributes whose id is its `value`. */
export const HAS_ID = 1

export function header(w: Writer, el: Element, indent: number): string {
  const { settings } = w.doc
  const { attr } = el
  const written = el.info?.level ?? 1
  const level = Math.max(1, Math.min(6, written + settings.headerOffset))
  const made = settings.autoIds && !attr?.has('id')
  const id = made ? (el.line === HAS_ID ? el.value : headerId(w, el)) : attr?.get('id')
  const html = w.inner(w, el, indent + 2)
  if (
    id !== undefined &&
    id !== null &&
    settings.tocLevels.includes(written) &&
    (attr === null || !isLeftOut(attr.get('class')))
  )
    w.toc.push({ level, id, html, header: el })
  const printed = made && typeof id === 'string' && strip(id) !== '' ? ` id="${escapeAttribute(id)}"` : ''
  const link =
    settings.headerLinks && typeof id === 'string' && id !== ''
      ? `<a href="#${escapeAttribute(id)}"></a>`
      : ''
  return `${spaces(w, indent)}<h${level}${attributesToHtml(attr)}${printed}>${link}${html}</h${level}>\n`
}
