/** What one build is told of the results of earlier ones, and what it leaves for later ones. */
import type { Earlier, Progress, Rendered } from '../../render/index.ts'
import type { DocId, Renderable } from '../../site/index.ts'
import type { Apart } from '../apart/apart.ts'
import type { StorePlace } from '../cache/types.ts'
import type { Output } from '../output/output.ts'
import type { KeptOutputs } from './kept-outputs.ts'
import type { LastWrite } from './last-write.ts'

/** Where another thread finds what earlier builds kept. */
export interface KeptPlace {
  readonly store: StorePlace
  /** names all that it depends on besides the site */
  readonly settings: string
}

/** One build, document by document in Jekyll's order. */
export interface Keeping {
  /** What an earlier build made of `doc`, where that still holds after `progress`. */
  recall(doc: Renderable, progress: Progress): Rendered | undefined
  /** Renders `doc`, and keeps what comes of it. Throws as `renderDocument` does. */
  render(doc: Renderable, progress: Progress): Rendered
  /**
   * What somebody made of `doc` apart, where that holds after `progress`; kept as if it were rendered here. Whoever made it
   * of this very site need not be asked what the site is: only what the documents before left.
   */
  take(doc: Renderable, apart: Apart, progress: Progress, ofThisSite: boolean): Rendered | undefined
  /** Where little changed: the documents that are to be recalled or rendered; the other ones may be passed over. */
  readonly doubtful: Doubtful | undefined
  /** Whether what an earlier build made of `doc` holds, unless the documents before it leave something else. */
  mayHold(doc: Renderable): boolean
  /** Whether what an earlier build converted of `doc` holds likewise: to be rendered it need only be placed in layouts. */
  mayPlace(doc: Renderable): boolean
  /** undefined where no other thread finds it */
  readonly place: KeptPlace | undefined
  /** What this build made of a document, or an earlier one; undefined where its rendering cannot be told again. */
  had(id: DocId): Apart | undefined
  /** why documents had to be rendered, in words */
  readonly reasons: ReadonlyMap<DocId, string>
  /** those of them of which only the layouts were rendered: they were converted by an earlier build */
  readonly placed: ReadonlySet<DocId>
  /** Says that what plugins did is recorded under `name`: results that they took part in hold where they would do it again. */
  recorded(name: string): void
  /** Which results lie in the files of the directory `destination`. */
  outputs(destination: string, output: Output): KeptOutputs
  /** What the build before of this process wrote to the directory `destination`. */
  lastWrite(destination: string): LastWrite | undefined
  /** Keeps all of it for later builds: what was rendered, and where it lies; `write` for the next of this process. */
  save(progress: Progress, outputs: KeptOutputs, write?: LastWrite): void
}

/** Some documents of a plan. */
export interface Doubtful {
  /** in the plan's order */
  readonly documents: readonly Renderable[]
  /** what became of the others */
  readonly earlier: Earlier
}
