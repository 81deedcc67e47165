/** Replaces the words of abbreviation definitions in all texts. */
import { charAt } from './chars.ts'
import { Element } from './element.ts'
import type { AbbreviationDefinition, ParsedDocument } from './parsed-document.ts'

/** What counts as white space in an abbreviation. */
const WHITE = /[\s\p{Z}]+/gu

/** A text with each run of white space as one space. */
export function withPlainSpaces(text: string): string {
  return text.replace(WHITE, ' ')
}

/** The words to look for, as expressions. */
interface Words {
  /** the next of them where no word goes on after it, with the character before it, which belongs to no word */
  readonly next: RegExp
  /** one where no word goes on after it, at a given place */
  readonly whole: RegExp
  /** one at a given place */
  readonly here: RegExp
  readonly inRawHtml: boolean
  readonly definition: (found: string) => AbbreviationDefinition | undefined
}

function wordsOf({ abbreviations, settings }: ParsedDocument): Words {
  const spaced = settings.rules.spacedAbbreviations
  // Longer words first.
  const sorted = [...abbreviations.keys()].sort((a, b) => b.length - a.length)
  const words = sorted.map((name) => wordPattern(name, spaced)).join('|')
  const later = sorted.map((name) => afterCharacter(name, spaced) + wordPattern(name, spaced)).join('|')
  return {
    next: new RegExp(`\\W(?:${later})(?!\\w)`, 'gu'),
    whole: new RegExp(`(?:${words})(?!\\w)`, 'uy'),
    here: new RegExp(words, 'uy'),
    inRawHtml: settings.rules.abbreviationsInRawHtml,
    definition: (found) =>
      abbreviations.get(found) ?? (spaced ? abbreviations.get(withPlainSpaces(found)) : undefined),
  }
}

function wordPattern(name: string, spaced: boolean): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return spaced ? escaped.replace(/ +/g, (spaces) => `[\\s\\p{Z}]{${spaces.length},}`) : escaped
}

/** White space that begins a word is walked over once: from its first character, or from its second after the first. */
function afterCharacter(name: string, spaced: boolean): string {
  return spaced && name.startsWith(' ') ? '(?<![\\s\\p{Z}]{2})' : ''
}

export function replaceAbbreviations(doc: ParsedDocument, roots: readonly Element[]): void {
  if (doc.abbreviations.size === 0) return
  const words = wordsOf(doc)
  for (const root of roots) replaceIn(words, root)
}

function replaceIn(words: Words, el: Element): void {
  if (
    el.children.length === 0 ||
    (!words.inRawHtml && el.info?.model === 'raw' && el.type === 'html_element')
  ) {
    for (const child of el.children) if (child.type !== 'text') replaceIn(words, child)
    return
  }
  const out: Element[] = []
  let changed = false
  for (const child of el.children) {
    if (child.type !== 'text') {
      replaceIn(words, child)
      out.push(child)
      continue
    }
    const parts = split(words, child)
    if (parts.length > 1 || parts[0] !== child) changed = true
    for (const part of parts) out.push(part)
  }
  if (changed) el.children = out
}

/**
 * A text in parts, the words among them as abbreviations. As in kramdown, a word begins the text, follows another that was
 * found, or follows a character of no word; one that begins with that character is taken instead, whatever comes after it.
 */
function split({ next, whole, here, definition }: Words, el: Element): Element[] {
  const { value } = el
  const out: Element[] = []
  let from = 0
  for (let at = 0; ; ) {
    let start = at
    if (!matchesAt(whole, value, at)) {
      next.lastIndex = at
      const match = next.exec(value)
      if (match === null) break
      start = match.index
    }
    let found = matchAt(here, value, start)
    if (found === '') {
      start += charAt(value, start).length
      found = matchAt(here, value, start)
    }
    at = start + found.length
    const def = definition(found)
    if (!def) continue
    if (start > from) out.push(new Element('text', value.slice(from, start)))
    out.push(abbreviation(found, def))
    from = at
  }
  if (from === 0) return [el]
  if (from < value.length) out.push(new Element('text', value.slice(from)))
  return out
}

/** What a sticky expression matches at `at`, '' for nothing. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function abbreviation(word: string, { text, el }: AbbreviationDefinition): Element {
  const abbr = new Element('abbreviation', word)
  const attr = new Map(el.attr ?? [])
  if (text !== '') attr.set('title', text)
  abbr.attr = attr
  return abbr
}
