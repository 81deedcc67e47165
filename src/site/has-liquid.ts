/** What is a Liquid template. */
import type { Value } from '../base/index.ts'
import type { JekyllRules } from './jekyll-rules.ts'
import { settingOf } from './setting-of.ts'
import type { Layout, Renderable } from './types.ts'

/** Whether `text` holds Liquid at all; most includes and many documents need no template. */
export function hasLiquid(text: string): boolean {
  return text.includes('{%') || text.includes('{{')
}

/** Whether Liquid runs over a document or layout, if there is any: front matter may turn it off. */
export function runsLiquid(owner: Renderable | Layout, rules: JekyllRules): boolean {
  const written: Value =
    'kind' in owner ? settingOf(owner, 'render_with_liquid') : owner.data.get('render_with_liquid')
  return written !== false || !rules.liquidSwitch
}
