/** `check:` in the configuration. */
import { isHash, listOf, rubyToS, type Value } from '../base/index.ts'
import type { Config } from '../site/index.ts'

export interface CheckSettings {
  /** addresses of links that are left alone, with `*` for anything */
  readonly ignored: readonly string[]
  /** what a rule counts as, by its full or short name */
  readonly severities: ReadonlyMap<string, 'error' | 'warning' | 'off'>
}

export function checkSettings({ data }: Config): CheckSettings {
  const own = data.get('check')
  const settings = isHash(own) ? own : new Map<Value, Value>()
  const ignored = settings.get('ignore')
  const rules = settings.get('rules')
  const severities = new Map<string, 'error' | 'warning' | 'off'>()
  if (isHash(rules))
    for (const [rule, value] of rules) {
      const severity = value === false ? 'off' : value
      if (severity === 'off' || severity === 'error' || severity === 'warning')
        severities.set(rubyToS(rule), severity)
    }
  return { ignored: listOf(ignored).map(rubyToS), severities }
}
