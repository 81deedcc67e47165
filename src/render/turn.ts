/**
 * One document's turn: what it owns while it is rendered. All that changes during a rendering is in here, and what lasts
 * is handed over at the end: see `left`.
 */
import type { Diagnostic } from '../base/index.ts'
import { type DocId, type Renderable, shownBody } from '../site/index.ts'
import type { Progress } from './progress.ts'
import type { Reads } from './reads.ts'
import type { CompiledText } from './templates.ts'
import type { Converted, Left } from './types.ts'

export class Turn {
  private converted: string | undefined
  /** layouts and includes that it ran, by path: errors name their files and show their lines */
  readonly texts = new Map<string, CompiledText>()
  private excerpts: Map<DocId, string> | undefined
  private includes: Map<string, string> | undefined
  private warnings: Map<string, readonly Diagnostic[]> | undefined

  /**
   * @param document null where the site is looked at between documents
   * @param convertExcerpt makes the excerpt of a document that has none yet
   * @param reads takes down what is read, by now; undefined where nobody wants to know
   */
  constructor(
    readonly document: Renderable | null,
    readonly progress: Progress,
    private readonly convertExcerpt: (doc: Renderable, turn: Turn) => string,
    public reads?: Reads,
  ) {}

  /** What others see of the document by now: its source, which is read when asked for, from conversion on the converted text. */
  get content(): string {
    return this.converted ?? (this.document === null ? '' : shownBody(this.document))
  }

  set content(converted: string) {
    this.converted = converted
  }

  /** Goes on behind the conversion that an earlier turn of the document left. */
  goOnBehind({ content, left }: Pick<Converted, 'content' | 'left'>): void {
    this.content = content
    if (left === undefined) return
    this.excerpts = new Map(left.excerpts)
    this.includes = new Map(left.includes)
    this.warnings = new Map(left.warned)
  }

  contentOf(doc: Renderable): string {
    if (this.document?.id === doc.id) return this.content
    return this.progress.rendered(doc.id)?.content ?? shownBody(doc)
  }

  /** The converted excerpt of `doc`, as it came out when it was first asked for. */
  excerptOf(doc: Renderable): string {
    const known = this.excerpts?.get(doc.id) ?? this.progress.excerpt(doc.id)
    if (known !== undefined) return known
    this.reads?.part('source', doc)
    const made = this.convertExcerpt(doc, this)
    this.excerpts ??= new Map()
    this.excerpts.set(doc.id, made)
    return made
  }

  /** What `make` printed for `key` when it was first asked for. */
  includeOnce(key: string, make: () => string): string {
    if (!this.includes?.has(key)) this.reads?.fact('cached include', key)
    const known = this.includes?.get(key) ?? this.progress.cachedInclude(key)
    if (known !== undefined) return known
    const made = make()
    this.includes ??= new Map()
    this.includes.set(key, made)
    return made
  }

  /** What `make` warns of `key`, the first time; then nothing. */
  warnOnce(key: string, make: () => readonly Diagnostic[]): readonly Diagnostic[] {
    if (this.warnings?.has(key)) return []
    this.reads?.fact('warned', key)
    if (this.progress.warned(key)) return []
    const made = make()
    this.warnings ??= new Map()
    this.warnings.set(key, made)
    return made
  }

  /** What it leaves for the documents after it, as far as it has come. */
  left(): { readonly left?: Left } {
    const { excerpts, includes, warnings } = this
    if (excerpts === undefined && includes === undefined && warnings === undefined) return {}
    return {
      left: {
        excerpts: new Map(excerpts),
        includes: new Map(includes),
        warned: new Map(warnings),
      },
    }
  }
}
