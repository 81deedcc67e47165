/** What a template sees: `site`, `page`, `layout`, `content` and the rest. */
import { isHash } from '../base/index.ts'
import type { Drop } from '../liquid/index.ts'
import type { Layout, Listing, Renderable } from '../site/index.ts'
import { layoutData } from './layout-data.ts'
import type { Standing, StandingVariable, Stands } from './types.ts'
import type { Shared } from './work.ts'

/**
 * The variables of one document; the layout chain sets `content` and `layout` in it as it goes. What earlier documents
 * left of the two is looked up when a template asks, and that is noted.
 */
export class Payload extends Map<string, unknown> {
  /** which variables still are what stood before */
  #stands: { content: boolean; layout: boolean }
  /** a layout's data, to be put on top of the `layout` that stood before */
  #added: Layout | undefined
  #showedLayout = false

  constructor(
    variables: Iterable<readonly [string, unknown]>,
    private readonly standing: Standing | undefined,
    private readonly note: (variable: keyof Standing) => void,
  ) {
    super()
    this.#stands = { content: false, layout: false }
    for (const [name, value] of variables) super.set(name, value)
    if (standing !== undefined) this.#stands = { content: true, layout: true }
  }

  /** whether a template asked for `layout` */
  get showedLayout(): boolean {
    return this.#showedLayout
  }

  override get(name: string): unknown {
    if (name === 'layout') this.#showedLayout = true
    return this.#now(name)
  }

  #now(name: string): unknown {
    if ((name === 'content' || name === 'layout') && this.#stands[name]) {
      this.note(name)
      return this.#before(name)
    }
    return super.get(name)
  }

  override set(name: string, value: unknown): this {
    if (name === 'content' || name === 'layout') this.#stands[name] = false
    if (name === 'layout') this.#added = undefined
    return super.set(name, value)
  }

  /** Adds the data of `layout` below what the inner layouts set. */
  addLayout(layout: Layout): void {
    if (this.#stands.layout && this.#added === undefined) {
      this.#added = layout
      return
    }
    const inner = this.#now('layout')
    this.set('layout', layoutData(layout, isHash(inner) ? inner : null))
  }

  /**
   * What it made of the variables that stand, for the documents after it. That holds nothing of the payload, which in turn
   * has what the one before left: all payloads of a build would stay.
   */
  left(): Stands {
    const { content, layout } = this.#stands
    const added = this.#added
    return {
      ...(content ? {} : { content: always(super.get('content')) }),
      ...(layout
        ? added !== undefined && { layout: onTop(added, this.standing?.layout), added: true }
        : { layout: always(super.get('layout')) }),
    }
  }

  #before(name: keyof Standing): unknown {
    const { standing } = this
    if (name === 'layout' && this.#added !== undefined) return onTop(this.#added, standing?.layout)()
    return standing?.[name].value() ?? null
  }
}

function always(value: unknown): () => unknown {
  return () => value
}

/** The data of `layout` on top of what stood `before`. */
function onTop(layout: Layout, before: StandingVariable | undefined): () => unknown {
  return () => {
    const value = before?.value() ?? null
    return layoutData(layout, isHash(value) ? value : null)
  }
}

/** `listing` with the drops of its documents. */
function listed(drops: Shared['drops'], { values, documents }: Listing): ReadonlyMap<unknown, unknown> {
  const all = new Map<unknown, unknown>(values)
  for (const [key, ids] of documents) all.set(key, drops.listed(ids))
  return all
}

/**
 * @param page the drop of the document or excerpt that is rendered
 * @param standing what earlier documents left; nothing in an excerpt
 */
export function createPayload(
  { drops, converters, view }: Shared,
  page: Drop,
  doc: Renderable,
  standing?: Standing,
): Payload {
  const around = converters.for(doc.ext)[0]?.aroundHighlight ?? null
  const variables: readonly (readonly [string, unknown])[] = [
    ['site', drops.site],
    ['page', page],
    ['layout', null],
    ['content', null],
    ['paginator', doc.kind === 'page' && doc.paginator !== undefined ? listed(drops, doc.paginator) : null],
    ['jekyll', drops.jekyll],
    ['theme', drops.theme],
    ['highlighter_prefix', around],
    ['highlighter_suffix', around],
  ]
  return new Payload(variables, standing, (variable) => view.noteStanding(variable))
}
