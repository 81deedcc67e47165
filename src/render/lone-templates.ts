/** Templates that belong to no page: what plugins render while pages are made. */
import type { Diagnostic } from '../base/index.ts'
import type { Drop } from '../liquid/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import { nothingRendered } from './progress.ts'
import { RenderServices } from './services.ts'
import { between, createShared } from './shared.ts'
import type { RenderParts } from './types.ts'
import type { Registers } from './work.ts'

export interface LoneTemplates {
  /** what templates see as `site` */
  readonly site: Drop
  /** what they see of a document */
  drop(doc: Renderable): Drop
  /** The output of `text` with `variables`. Throws what the template fails with. */
  render(text: string, variables: ReadonlyMap<string, unknown>): string
}

/** Templates of `site` as it is before anything is rendered; `warn` is given what they warn of. */
export function createLoneTemplates(
  site: Site,
  parts: RenderParts,
  warn: (diagnostic: Diagnostic) => void,
): LoneTemplates {
  const shared = createShared(site, parts)
  const { view, settings, engine, drops } = shared
  const turn = between(() => shared, nothingRendered())
  const registers: Omit<Registers, 'document' | 'documentForPlugins'> = {
    shared,
    view,
    turn,
    services: new RenderServices(shared, warn),
    warn: (code, message) => warn({ code, severity: 'warning', message, trail: [] }),
  }
  return {
    site: drops.site,
    drop: (doc) => drops.of(doc),
    render: (text, variables) =>
      view.during(turn, () => {
        const { output } = engine.parse(text).render(variables, {
          registers: registers as unknown as Readonly<Record<string, unknown>>,
          strictVariables: settings.liquid.strictVariables,
          strictFilters: settings.liquid.strictFilters,
          throwErrors: true,
          zone: view.zone,
          now: view.now,
        })
        return output
      }),
  }
}
