/** Who keeps what was made of files from process to process. Where, and which looks of a file may be trusted, is its business. */
import type { FileStat } from '../files/index.ts'
import type { DatedDocument, Home, Page } from '../site/index.ts'

/** Of a file with front matter a document or a page; false where it has none. */
export type KeptMade = DatedDocument | Page | false

/** A file by its absolute path, how it looked when it was opened, and what it was read for. */
export interface KeptFile {
  readonly place: string
  readonly purpose: string
  readonly stat: FileStat
}

export interface SourceKeeper {
  /** Whether anything is known of the file. */
  knows(place: string): boolean
  /**
   * What was made of the file while it looked like this; a document or page gets `home`. Its texts may be looked for when they
   * are asked for: where they are gone by then, `again` makes it once more.
   */
  recall(file: KeptFile, home: Home, again: () => KeptMade | null): KeptMade | undefined
  keep(file: KeptFile, made: KeptMade): void
}
