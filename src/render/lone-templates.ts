/** Templates that belong to no page: what plugins render while pages are made. */
import { BuildError, type Diagnostic } from '../base/index.ts'
import { type Drop, LiquidRenderError } from '../liquid/index.ts'
import { makePage, PluginFailure } from '../plugins/index.ts'
import type { Renderable, Site } from '../site/index.ts'
import { HostError } from './failure.ts'
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
  const registers: Omit<Registers, 'documentForPlugins'> = {
    // Includes are found as from a page in the site's root.
    document: makePage(site, { path: '', body: '', generatedBy: '' }),
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
        try {
          const { output } = engine.parse(text).render(variables, {
            registers: registers as unknown as Readonly<Record<string, unknown>>,
            strictVariables: settings.liquid.strictVariables,
            strictFilters: settings.liquid.strictFilters,
            throwErrors: true,
            zone: view.zone,
            now: view.now,
          })
          return output
        } catch (error) {
          throw ofTheSite(error, site) ?? error
        }
      }),
  }
}

/** What a tag of Jekyll's, or a plugin's, says against the site; undefined for anything else. */
function ofTheSite(error: unknown, { config }: Site): Error | undefined {
  if (!(error instanceof LiquidRenderError)) return undefined
  const { cause } = error
  if (cause instanceof PluginFailure) return cause
  if (!(cause instanceof HostError)) return undefined
  return new BuildError([
    {
      code: cause.code,
      severity: 'error',
      message: `Liquid Exception: ${cause.wordedBy(config.reference)}`,
      ...(cause.help === undefined ? {} : { help: cause.help }),
      trail: [`line ${error.line} of ${error.path ?? 'a template that a plugin renders'}`],
    },
  ])
}
