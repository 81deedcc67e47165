/** HTML as a tree, for plugins that change text after it is converted. */

export interface ElementNode {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: Map<string, string | null>
  readonly children: HtmlNode[]
}

/** Text as it reads, entities resolved; `raw` is text of scripts and styles, printed as it stands. */
interface TextNode {
  readonly kind: 'text'
  readonly text: string
  readonly raw: boolean
}

/** A comment, a declaration: printed as it was written. */
interface MarkNode {
  readonly kind: 'mark'
  readonly source: string
}

export type HtmlNode = ElementNode | TextNode | MarkNode

/** Elements without content. */
export const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col frame hr img input isindex link meta param'.split(' '),
)

/** Elements that HTML 4 calls inline: nothing is put between them. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym applet b basefont bdo big br button cite code del dfn em embed font i iframe img input ins kbd ' +
    'label map object q s samp script select small span strike strong sub sup textarea tt u var'
  ).split(' '),
)

/** The elements HTML 4 has. */
export const KNOWN: ReadonlySet<string> = new Set([
  ...INLINE,
  ...(
    'address area base blockquote body caption center col colgroup dd dir div dl dt fieldset form frame frameset h1 h2 ' +
    'h3 h4 h5 h6 head hr html isindex legend li link menu meta noframes noscript ol optgroup option p param pre style table ' +
    'tbody td tfoot th thead title tr ul'
  ).split(' '),
])
