/**
 * What kramdown knows about HTML's elements. Tables, found by asking kramdown 2.4 about each name of HTML: which
 * start a block, which may stand in a paragraph, how their inside is read when Markdown is read in them. Which may stand
 * in a paragraph depends on the version: `HtmlElements`.
 */
import type { ContentModel } from './element.ts'

/** A table of names, white space between them. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

const SPAN_ELEMENTS = words(`
a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby
samp select small span strong sub sup tt u var`)

/** Never stand in a paragraph: their tags are printed as text there. */
export const BLOCK_ELEMENTS = words(`
address applet article aside blockquote body caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3
h4 h5 h6 head header hgroup hr html iframe legend li main map menu nav ol optgroup p pre section summary table tbody td
tfoot th thead tr ul`)

export const ELEMENTS_WITHOUT_BODY = words(`
area base br col command embed hr img input keygen link meta param source track wbr`)

const SPAN_MODEL = words(`
a abbr acronym b bdo big button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt
rtc ruby select small span strong sub sup th tt`)

const BLOCK_MODEL = words(`
address applet article aside blockquote body dd details div dl fieldset figcaption figure footer form header hgroup
iframe li main map menu nav noscript object section summary td`)

const RAW_MODEL = words('script style math option textarea pre code kbd samp var')

const KNOWN: readonly string[] = [
  ...BLOCK_ELEMENTS,
  ...ELEMENTS_WITHOUT_BODY,
  ...SPAN_MODEL,
  ...BLOCK_MODEL,
  ...RAW_MODEL,
]

/** What one version of kramdown knows. */
export interface HtmlElements {
  /** stand in a paragraph; a line that begins with one does not end the paragraph */
  readonly spans: ReadonlySet<string>
  /** have their names in lower case; those kramdown does not know keep theirs, as in XML */
  readonly known: ReadonlySet<string>
  /** attributes may have values without quotes */
  readonly unquotedValues: boolean
}

export function htmlElements(moreSpans: readonly string[], unquotedValues = true): HtmlElements {
  const spans = new Set([...SPAN_ELEMENTS, ...moreSpans])
  return { spans, known: new Set([...spans, ...KNOWN]), unquotedValues }
}

/** How the inside of `name` is read where Markdown is wanted in it. */
export function contentModel(name: string): ContentModel {
  return SPAN_MODEL.has(name) ? 'span' : BLOCK_MODEL.has(name) ? 'block' : 'raw'
}

/** `script` and `style`: their inside is text up to the closing tag. */
export function isScript(name: string): boolean {
  return name === 'script' || name === 'style'
}
