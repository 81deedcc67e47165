/** `check:` in the configuration. */
import { globMatches, isHash, rubyToS, type Value } from '../base/index.ts'
import type { Config } from '../site/index.ts'

export interface CheckOptions {
  /** whether a link is left alone, by `check: ignore`: addresses, with `*` for anything */
  readonly ignores: (url: string) => boolean
  /** what a rule counts as, by `check: rules`: its full or short name -> error, warning or off */
  readonly severities: ReadonlyMap<string, 'error' | 'warning' | 'off'>
}

export function checkOptions(config: Config): CheckOptions {
  const own = config.data.get('check')
  const settings = isHash(own) ? own : new Map<Value, Value>()
  const ignored = settings.get('ignore')
  const patterns = (
    Array.isArray(ignored) ? ignored : ignored === undefined || ignored === null ? [] : [ignored]
  ).map((each) => rubyToS(each as Value))
  const rules = settings.get('rules')
  const severities = new Map<string, 'error' | 'warning' | 'off'>()
  if (isHash(rules))
    for (const [rule, value] of rules) {
      const severity = value === false ? 'off' : value
      if (severity === 'off' || severity === 'error' || severity === 'warning')
        severities.set(rubyToS(rule), severity)
    }
  return {
    ignores: (url) => patterns.some((pattern) => matches(pattern, url)),
    severities,
  }
}

/** A `*` of an address stands for anything, slashes too. */
function matches(pattern: string, url: string): boolean {
  return pattern === url || globMatches(pattern, url) || starMatches(pattern, url)
}

function starMatches(pattern: string, url: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!url.startsWith(first)) return false
  let at = first.length
  for (const [i, part] of rest.entries()) {
    if (i === rest.length - 1) return url.length - part.length >= at && url.endsWith(part)
    const found = url.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at === url.length
}
