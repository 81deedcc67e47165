/** A folder as a theme: whether it is one, and what its package or gem says of it. */
import path from 'node:path'
import type { Gate } from '../../files/index.ts'
import { type ThemeSource, themeIn } from '../../read/index.ts'
import type { Config, ThemeDetails } from '../../site/index.ts'
import type { GemSpec } from './gem-spec.ts'
import { gemSpecOf } from './gem-spec-file.ts'

/** Whether the folder holds anything that a theme gives. */
export function isTheme(folder: string, gate: Gate): boolean {
  const places = ['_layouts', '_includes', '_sass', 'assets'].map((part) => path.join(folder, part))
  const isThere = (place: string): boolean => {
    const kind = gate.kindOf(place)
    return kind !== null && kind !== 'outside'
  }
  if (places.some(isThere)) return true
  for (const place of places) gate.passOver(place)
  return false
}

/**
 * The theme `name` in `folder`. The plugins it works with are those that its `package.json` lists under `whirl.plugins`, or
 * the Jekyll plugins among its gem's dependencies. `from` says where it was found, and `gate` is the one to that place; `gem`:
 * what is known of its gem, where no gemspec lies in the folder.
 */
export function themeAt(
  name: string,
  folder: string,
  { safe }: Pick<Config, 'safe'>,
  { from, gate, gem }: { from: ThemeSource['from']; gate: Gate; gem?: GemSpec | undefined },
): ThemeSource {
  const spec = gem ?? gemSpecOf(folder, name, gate)
  const plugins = packagePlugins(path.join(folder, 'package.json'), gate) ?? spec?.plugins ?? []
  const root = gate.realPath(folder) ?? folder
  return themeIn(name, root, { safe, plugins, from, details: detailsOf(spec) })
}

function detailsOf(spec: GemSpec | undefined): ThemeDetails | undefined {
  if (spec === undefined) return undefined
  const { plugins: _, ...details } = spec
  return details
}

function packagePlugins(file: string, gate: Gate): readonly string[] | undefined {
  const text = gate.text(file)
  if (text === undefined) return undefined
  try {
    const { whirl } = JSON.parse(text) as { whirl?: { plugins?: unknown } }
    return Array.isArray(whirl?.plugins) ? whirl.plugins.map(String) : undefined
  } catch {
    // No JSON: the package's own tools say so.
    return undefined
  }
}
