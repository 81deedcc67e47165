/** Who renders besides this thread, as the rendering sees it. */
import type { Progress, Rendered, Shared } from '../../render/index.ts'
import type { Renderable, Site } from '../../site/index.ts'
import type { Keeping } from '../kept/keeping.ts'
import type { Plan } from '../plan.ts'

export interface Elsewhere {
  /** Begins the rendering of a site; undefined where there is nothing for others to do. */
  begin(rendering: RenderingOf): Others | undefined
}

export interface RenderingOf {
  readonly site: Site
  readonly shared: Shared
  /** names all that results depend on besides the site; undefined where nothing tells */
  readonly settings: string | undefined
  readonly plan: Plan
  readonly keeping: Keeping | undefined
}

/** Asked for one document after the other, in Jekyll's order. */
export interface Others {
  /** whether they work for this very build: what they render is rendered now */
  readonly ofThisBuild: boolean
  /** What another made of `doc`, where that holds after `progress`; `keeping` keeps it. */
  take(doc: Renderable, progress: Progress, keeping: Keeping | undefined): Rendered | undefined
  /** Sends them home, also where the rendering failed; answers what they did, in words. */
  end(): string | undefined
}
