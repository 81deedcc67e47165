/** Where a theme's gemspec is: beside the gem where RubyGems installed it, or in the theme's own folder. */
import path from 'node:path'
import type { Gate } from '../../files/index.ts'
import { fromRuby, type GemSpec } from './gem-spec.ts'

/**
 * The specification of the gem `name` in `folder`: the one beside the installed gem, else the folder's own. Undefined when there
 * is none.
 */
export function gemSpecOf(folder: string, name: string, gate: Gate): GemSpec | undefined {
  const beside = path.join(folder, '../../specifications', `${path.basename(folder)}.gemspec`)
  const file = [beside, path.join(folder, `${name}.gemspec`)].find((each) => gate.kindOf(each) === 'file')
  const own = file ?? anySpec(folder, gate)
  const text = own === undefined ? undefined : gate.text(own)
  return text === undefined ? undefined : fromRuby(text)
}

/** A theme's repository may be called otherwise than its gem. */
function anySpec(folder: string, gate: Gate): string | undefined {
  const found = gate.names(folder).filter((name) => name.endsWith('.gemspec'))
  return found.length === 1 ? path.join(folder, found[0] ?? '') : undefined
}
