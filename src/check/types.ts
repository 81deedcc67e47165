/** The types check/ shares among its files. */
import type { Diagnostic, Position } from '../base/index.ts'
import type { Site, SiteFile } from '../site/index.ts'

/** A diagnostic with the page it was seen on; its source is where to fix it, when that is known. */
export interface Finding extends Diagnostic {
  /** line and column of the span's start; absent where nobody has looked them up */
  readonly position?: Position
  /** path of an output, relative to the destination */
  readonly page?: string
  /** the file to look into when its text is not known: site-relative */
  readonly file?: string
  /** whether it is about something that other pages may have too, though no source of it is known */
  readonly everywhere?: boolean
  /** how many other pages show the same */
  readonly others?: number
  /** what would put it right, where that has one answer and one place */
  readonly edit?: Edit
}

/** A piece of a source file, and what to write there. */
export interface Edit {
  /** site-relative */
  readonly file: string
  /** the file's text as it was read */
  readonly whole: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A built site, nothing of it written. */
export interface BuiltSite {
  readonly site: Site
  /** by path in the destination: text that was made, bytes that were made, or the file that is copied */
  readonly outputs: ReadonlyMap<string, string | Uint8Array | SiteFile>
  /** the text of a source file of the site or theme; undefined when there is none */
  readonly sourceText: (file: SiteFile) => string | undefined
  /** the bytes of a file that is copied */
  readonly bytesOf: (file: SiteFile) => Uint8Array | undefined
}

/** One link, picture or other reference of a page. */
export interface Reference {
  /** as it is written, entities decoded */
  readonly url: string
  readonly element: string
  readonly attribute: string
  /** offset of its tag in the page */
  readonly at: number
}

export interface Picture {
  readonly url: string
  readonly alt: string | undefined
  readonly sized: boolean
  /** marked as decoration: `role="presentation"`, `aria-hidden="true"` */
  readonly decorative: boolean
  readonly at: number
}

export interface Heading {
  readonly level: number
  readonly text: string
  readonly at: number
}

/** What the rules want to know of a page. */
export interface PageFacts {
  readonly path: string
  readonly html: string
  /** line and column of an offset into `html` */
  readonly positionOf: (offset: number) => Position
  /** whether it is a whole document, not a fragment */
  readonly whole: boolean
  readonly lang: string | undefined
  readonly title: string | undefined
  /** each id with the offsets of its tags */
  readonly ids: ReadonlyMap<string, readonly number[]>
  /** names of `<a name>`, which fragments find too */
  readonly names: ReadonlySet<string>
  readonly references: readonly Reference[]
  readonly pictures: readonly Picture[]
  readonly headings: readonly Heading[]
  /** the first formula that is printed as TeX and that no script of the page typesets */
  readonly formula: { readonly text: string; readonly at: number } | undefined
  /** `<base href>`, against which its addresses are read */
  readonly base: string | undefined
  /** whether it only sends the reader elsewhere */
  readonly redirect: boolean
}
