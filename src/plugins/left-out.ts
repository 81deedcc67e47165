/** What there is to say of plugins that safe mode leaves out. */
import { type Diagnostic, nearest } from '../base/index.ts'
import type { Config } from '../site/index.ts'
import type { Plugin } from './api.ts'
import { isBuiltIn } from './wanted.ts'

/**
 * Warnings where the command line asks for safe mode: for plugins of the site that it does not allow, and for those that it
 * allows and nobody has. `bundled` come with the program, `theme` are those that the theme depends on.
 */
export function leftOutPlugins(
  { guarded, githubPages, plugins }: Config,
  bundled: readonly Plugin[],
  theme: readonly string[],
): readonly Diagnostic[] {
  // What GitHub Pages allows is GitHub's to say, and told where the site asks for more.
  if (!guarded || githubPages) return []
  const names = new Set(bundled.map(({ name }) => name))
  const wanted = new Set([...plugins.names, ...theme.filter((name) => names.has(name))])
  const left = [...wanted].filter((name) => !plugins.whitelist.includes(name) && !isBuiltIn(name))
  const nobodys = plugins.whitelist.filter((name) => !names.has(name) && !isBuiltIn(name))
  return [
    ...(left.length === 0 ? [] : [notRun(left, names)]),
    ...nobodys.map((name) => notThere(name, [...names])),
  ]
}

function notRun(left: readonly string[], bundled: ReadonlySet<string>): Diagnostic {
  const able = left.filter((name) => bundled.has(name))
  return warning(
    'plugins/left-out',
    `${left.join(', ')} ${left.length === 1 ? 'is' : 'are'} left out.${able.length === 0 ? '' : ` To run what comes with Whirl: --whitelist ${able.join(',')}`}`,
  )
}

function notThere(name: string, bundled: readonly string[]): Diagnostic {
  const near = nearest(name, bundled)
  return warning(
    'plugins/whitelist-unknown',
    `no plugin that comes with Whirl is called ${name}, which --whitelist names.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  )
}

function warning(code: string, message: string): Diagnostic {
  return { code, severity: 'warning', topic: 'Safe mode:', message, trail: [] }
}
