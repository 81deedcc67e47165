/** What importers are given, and what they make of it. */
import type { Value } from '../base/index.ts'

/** An export of another program: its files by path, posix and relative to the folder that was named. */
export interface ExportFiles {
  readonly files: ReadonlyMap<string, () => Uint8Array>
  /** XML as a tree, or what is wrong with it first */
  readonly parseXml: (source: string) => XmlResult
  /** TOML; throws an error with `line` and `column` */
  readonly parseToml: (source: string) => Value
}

export interface XmlElement {
  /** with its prefix, as written */
  readonly name: string
  readonly children: readonly XmlElement[]
  readonly attributes: ReadonlyMap<string, string>
  readonly text: string
  /** offset of its `<` */
  readonly at: number
}

type XmlResult =
  | { readonly root: XmlElement }
  | { readonly fault: { readonly message: string; readonly at: number } }

/** A post, draft or page before links between texts are known. */
export interface ImportedText {
  readonly kind: 'post' | 'draft' | 'page'
  readonly slug: string
  /** `2024-05-01`, for posts */
  readonly day?: string
  readonly data: ReadonlyMap<string, Value>
  readonly body: string
  /** its path at the old address, `/2024/05/hello/`, where it had one */
  readonly oldPath?: string
  /** other old addresses: aliases */
  readonly aliases?: readonly string[]
  /** how the file ends: `.md` */
  readonly extension: string
}

/** A file that is copied. */
export interface ImportedFile {
  /** in the export */
  readonly from: string
  /** in the site */
  readonly to: string
}

/** How many links and pictures of the texts, which were the old site's, lead where. */
export interface LinkCounts {
  /** to texts that came along */
  readonly texts: number
  /** to files that came along */
  readonly files: number
  /** still to the old site */
  readonly old: number
}

/** What was not taken as it was, and where it stands in the export. */
export interface Leftover {
  readonly file: string
  /** from 1 */
  readonly line?: number
  readonly what: string
}

export interface ImportedSite {
  readonly title: string
  readonly description: string
  /** `https://example.com` */
  readonly url: string
  /** by the name that front matter has */
  readonly authors: ReadonlyMap<string, Value>
  readonly texts: readonly ImportedText[]
  readonly files: readonly ImportedFile[]
  readonly links: LinkCounts
  readonly left: readonly Leftover[]
}

/** Makes a site of an export. Throws a BuildError for one that cannot be read. */
export type Importer = (source: ExportFiles, rules: AddressRules) => ImportedSite

/** Where the site will have its posts. */
export interface AddressRules {
  /** the template of posts, `/:year/:month/:title/` */
  readonly permalink: string
}
