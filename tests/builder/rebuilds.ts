/** Builds of one site after another, which take what those before them kept. */
import { expect } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import {
  buildTime,
  diskOutput,
  type Elsewhere,
  type KeptResults,
  loadSetup,
  sourceTree,
} from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { buildSite } from '../../src/index.ts'
import { type Plugin, pluginsFor } from '../../src/plugins/index.ts'
import type { SiteFolder } from '../site-maker.ts'

export interface How {
  readonly program?: string
  readonly settings?: Readonly<Record<string, string | boolean>>
  readonly plugins?: readonly Plugin[]
  readonly pluginFiles?: string
  readonly clock?: string
  readonly variables?: Readonly<Record<string, string>>
  /** who renders besides */
  readonly elsewhere?: Elsewhere
  /** what the builds of one process keep */
  readonly kept?: KeptResults
}

/** The configuration and theme of `site`. */
export function setupOf({ root }: SiteFolder, { settings = {}, variables = {} }: How = {}) {
  return loadSetup({
    cwd: root,
    overrides: new Map(Object.entries(settings)),
    environment: variables.JEKYLL_ENV,
    variables,
    timezone: 'UTC',
    ignoreGemfile: true,
  })
}

/** Builds `site`; answers the paths that were rendered, those of them that were only placed in layouts, what was warned of, and why documents were rendered. */
export function rebuild(site: SiteFolder, how: How = {}) {
  const { program = '1', plugins, pluginFiles, clock = '1700000000', kept, elsewhere } = how
  const { config, theme } = setupOf(site, how)
  const rendered: string[] = []
  const result = buildSite({
    config,
    ...(theme === undefined ? {} : { theme }),
    tree: sourceTree(config),
    time: buildTime(clock, zoneFor(config.timezone)),
    output: diskOutput(config.destination),
    bundled: BUNDLED,
    program,
    ...(kept === undefined ? {} : { kept }),
    ...(elsewhere === undefined ? {} : { elsewhere }),
    plugins: plugins ?? pluginsFor(config, { bundled: BUNDLED, theme: theme?.plugins ?? [] }),
    askJson: () => undefined,
    ...(pluginFiles === undefined ? {} : { pluginFiles }),
    note: (topic, name) => {
      if (topic === 'Rendering:') rendered.push(name)
    },
  })
  expect(result.counters.rendered).toBe(rendered.length)
  return {
    rendered,
    placed: [...result.placed].map((id) => result.site.renderables.get(id)?.file.path ?? id),
    said: result.diagnostics.map(({ message }) => message),
    reasons: [...result.reasons.values()],
  }
}
