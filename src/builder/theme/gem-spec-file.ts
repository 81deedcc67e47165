/** Where a theme's gemspec is: beside the gem where RubyGems installed it, or in the theme's own folder. */
import fs from 'node:fs'
import path from 'node:path'
import { fromRuby, type GemSpec } from './gem-spec.ts'

/**
 * The specification of the gem `name` in `folder`: the one beside the installed gem, else the folder's own. Undefined when there
 * is none.
 */
export function gemSpecOf(folder: string, name: string): GemSpec | undefined {
  const beside = path.join(folder, '../../specifications', `${path.basename(folder)}.gemspec`)
  const file = [beside, path.join(folder, `${name}.gemspec`)].find((each) => fs.existsSync(each))
  const own = file ?? anySpec(folder)
  return own === undefined ? undefined : fromRuby(fs.readFileSync(own, 'utf8'))
}

/** A theme's repository may be called otherwise than its gem. */
function anySpec(folder: string): string | undefined {
  const found = fs.readdirSync(folder).filter((name) => name.endsWith('.gemspec'))
  return found.length === 1 ? path.join(folder, found[0] ?? '') : undefined
}
