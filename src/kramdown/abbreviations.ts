/** Replaces the words of abbreviation definitions in all texts. */
import type { Document } from './document.ts'
import { Element } from './element.ts'

/** Finds any of the words where no word goes on before or after; longer words first. */
function wordsPattern(words: readonly string[]): RegExp {
  const sorted = [...words].sort((a, b) => b.length - a.length)
  const escaped = sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  return new RegExp(`(?<!\\w)(?:${escaped.join('|')})(?!\\w)`, 'g')
}

export function replaceAbbreviations(doc: Document, roots: readonly Element[]): void {
  if (doc.abbreviations.size === 0) return
  const pattern = wordsPattern([...doc.abbreviations.keys()].map((word) => word))
  for (const root of roots) replaceIn(doc, root, pattern)
}

function replaceIn(doc: Document, el: Element, pattern: RegExp): void {
  if (el.children.length === 0 || (el.info?.model === 'raw' && el.type === 'html_element')) {
    for (const child of el.children) if (child.type !== 'text') replaceIn(doc, child, pattern)
    return
  }
  const out: Element[] = []
  let changed = false
  for (const child of el.children) {
    if (child.type !== 'text') {
      replaceIn(doc, child, pattern)
      out.push(child)
      continue
    }
    let from = 0
    for (const match of child.value.matchAll(pattern)) {
      const def = doc.abbreviations.get(match[0])
      if (!def) continue
      if (match.index > from) out.push(new Element('text', child.value.slice(from, match.index)))
      const abbr = new Element('abbreviation', match[0])
      const attr = new Map(def.el.attr ?? [])
      if (def.text !== '') attr.set('title', def.text)
      abbr.attr = attr
      out.push(abbr)
      from = match.index + match[0].length
      changed = true
    }
    if (from === 0) out.push(child)
    else if (from < child.value.length) out.push(new Element('text', child.value.slice(from)))
  }
  if (changed) el.children = out
}
