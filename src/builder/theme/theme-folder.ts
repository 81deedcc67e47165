/** A folder as a theme: whether it is one, and what its package or gem says of it. */
import fs from 'node:fs'
import path from 'node:path'
import { type ThemeSource, themeIn } from '../../read/index.ts'
import type { ThemeDetails } from '../../site/index.ts'
import type { GemSpec } from './gem-spec.ts'
import { gemSpecOf } from './gem-spec-file.ts'

/** Whether the folder holds anything that a theme gives. */
export function isTheme(folder: string): boolean {
  return ['_layouts', '_includes', '_sass', 'assets'].some((part) => fs.existsSync(path.join(folder, part)))
}

/**
 * The theme `name` in `folder`. The plugins it works with are those that its `package.json` lists under `whirl.plugins`, or
 * the Jekyll plugins among its gem's dependencies. `from` says where it was found; `gem`: what is known of its gem,
 * where no gemspec lies in the folder.
 */
export function themeAt(name: string, folder: string, from: ThemeSource['from'], gem?: GemSpec): ThemeSource {
  const spec = gem ?? gemSpecOf(folder, name)
  const plugins = packagePlugins(path.join(folder, 'package.json')) ?? spec?.plugins ?? []
  return themeIn(name, fs.realpathSync(folder), { plugins, from, details: detailsOf(spec) })
}

function detailsOf(spec: GemSpec | undefined): ThemeDetails | undefined {
  if (spec === undefined) return undefined
  const { plugins: _, ...details } = spec
  return details
}

function packagePlugins(file: string): readonly string[] | undefined {
  try {
    const { whirl } = JSON.parse(fs.readFileSync(file, 'utf8')) as { whirl?: { plugins?: unknown } }
    return Array.isArray(whirl?.plugins) ? whirl.plugins.map(String) : undefined
  } catch {
    // None, or no JSON: the package's own tools say so.
    return undefined
  }
}
