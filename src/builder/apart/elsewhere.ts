/** Who renders besides this thread, as the rendering sees it. */
import type { Progress, Rendered, Shared } from '../../render/index.ts'
import type { Renderable, Site } from '../../site/index.ts'
import type { Keeping } from '../kept/kept-results.ts'
import type { Plan } from '../plan.ts'

export interface Elsewhere {
  /** Begins the rendering of a site. */
  begin(rendering: RenderingOf): Others
}

export interface RenderingOf {
  readonly site: Site
  readonly shared: Shared
  /** names all that results depend on besides the site; undefined where nothing tells */
  readonly settings: string | undefined
  readonly plan: Plan
}

/** Asked for one document after the other, in Jekyll's order. */
export interface Others {
  /** What another made of `doc`, where that holds after `progress`; `keeping` keeps it. */
  take(doc: Renderable, progress: Progress, keeping: Keeping | undefined): Rendered | undefined
}
