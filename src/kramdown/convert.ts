/**
 * kramdown text to HTML: block pass, span pass, writing. The three share one `ParsedDocument` and nothing else.
 */
import { replaceAbbreviations } from './abbreviations.ts'
import { applyAttributeList } from './attribute-list.ts'
import { blockPassFor } from './block-dialects.ts'
import { finishTree } from './finish.ts'
import { readHtmlInput } from './html-input.ts'
import type { KramdownOptions } from './options.ts'
import { readOptions } from './options.ts'
import { ownWriting } from './own-elements.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { newParsedDocument } from './parsed-document.ts'
import { builtInHtml, inner } from './to-html.ts'
import { footnotesToHtml } from './write/footnotes.ts'
import { gfmHeaderIds } from './write/header.ts'
import { tocToHtml } from './write/toc.ts'
import type { Writer } from './writer.ts'

/** A header in the table of contents. */
export interface Heading {
  readonly level: number
  readonly id: string
  /** its inner HTML */
  readonly html: string
}

export interface Result {
  readonly html: string
  /**
   * What kramdown would warn about, in its words, each thing once. Found when it is asked for, by reading the text once
   * more with an eye on lines: few ask.
   */
  readonly warnings: readonly string[]
  /** the headers that `toc_levels` names and that have ids, in order */
  readonly toc: readonly Heading[]
}

/** Line feeds only, and one at the end. */
function normalSource(source: string): string {
  let text = source
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n')
  return text.endsWith('\n') ? text : `${text}\n`
}

/**
 * Converts kramdown (or, with `input: 'GFM'`, GitHub's dialect of it) to HTML as kramdown prints it.
 *
 * Never throws for any text; what looks wrong is in `warnings`. Options have kramdown's names.
 */
export function toHtml(source: string, options: KramdownOptions = {}): Result {
  const doc = read(source, options, null)
  const { html, toc } = write(doc, options)
  return new Conversion(html, toc, source, options)
}

class Conversion implements Result {
  private found: readonly string[] | null = null

  constructor(
    readonly html: string,
    readonly toc: readonly Heading[],
    private readonly source: string,
    private readonly options: KramdownOptions,
  ) {}

  get warnings(): readonly string[] {
    if (this.found === null) {
      const warnings = new Set<string>()
      read(this.source, this.options, warnings)
      this.found = [...warnings]
    }
    return this.found
  }
}

/** Both passes. With `warnings` lines are counted and what looks wrong is noted. */
function read(source: string, options: KramdownOptions, warnings: Set<string> | null): ParsedDocument {
  const settings = readOptions(options, (message) => warnings?.add(message))
  const doc = newParsedDocument(settings, warnings)
  const { root } = doc
  for (const [id, { url, title }] of settings.linkDefs) doc.linkDefs.set(id, { url, title, el: null })
  if (settings.html) {
    readHtmlInput(doc, normalSource(source))
    return doc
  }
  blockPassFor(settings).readBlocks(doc, root, normalSource(source), 1, 0)
  for (const def of doc.abbreviations.values()) {
    const ial = doc.ials.get(def.el)
    if (ial) applyAttributeList(doc, def.el, ial)
  }
  finishTree(doc, root, true)
  for (const def of doc.footnotes.values()) finishTree(doc, def.content, false)
  if (settings.gfm && settings.autoIds) gfmHeaderIds(settings, doc.headers)
  for (const def of doc.footnotes.values())
    if (warnings !== null && !def.used)
      warnings.add(`Footnote definition for '${def.name}' on line ${def.line} is unreferenced - ignoring`)
  if (doc.abbreviations.size > 0)
    replaceAbbreviations(doc, [root, ...Array.from(doc.footnotes.values(), (def) => def.content)])
  return doc
}

function write(doc: ParsedDocument, options: KramdownOptions): { html: string; toc: Heading[] } {
  const w: Writer = {
    doc,
    toc: [],
    usedIds: new Map(),
    footnotes: [],
    footnoteByName: new Map(),
    tocMark: '\uFFFFtoc\uFFFF',
    footnoteMark: '\uFFFFfootnotes\uFFFF',
    tocElement: null,
    codeOptions: { from: doc.settings.syntaxHighlighterOpts },
    inner,
    own: options.elements === undefined ? null : ownWriting(options.elements, options, builtInHtml),
    symbols: new Map(),
    spaces: [],
  }
  let html = inner(w, doc.root, 0)
  const notes = footnotesToHtml(w)
  if (doc.placed.has('footnotes')) html = html.replace(w.footnoteMark, () => notes)
  else html += notes
  if (w.tocElement) {
    const toc = w.tocElement
    html = html.replace(w.tocMark, () => tocToHtml(w, toc))
  }
  return {
    html,
    toc: w.toc.map(({ level, id, html: text }) => ({ level, id, html: text })),
  }
}
