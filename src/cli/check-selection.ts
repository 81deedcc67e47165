/** `--only` and `--ignore` of `whirl check`: which findings are meant. */
import { type Diagnostic, nearest } from '../base/index.ts'
import type { Plugin } from '../plugins/index.ts'
import { CHECK_RULES } from '../schema/index.ts'
import type { Arguments } from './args.ts'

/** Rules by their code, their name in it, or the part before: `check/feed`, `feed`, `check`. */
interface Selection {
  readonly only: readonly string[]
  readonly ignored: readonly string[]
}

export function selectionOf({ flags }: Arguments): Selection {
  const names = (flag: string): readonly string[] => {
    const value = flags.get(flag)
    return Array.isArray(value) ? value.map(String) : []
  }
  return { only: names('only'), ignored: names('ignore') }
}

export function selected<T extends Diagnostic>(
  findings: readonly T[],
  { only, ignored }: Selection,
): readonly T[] {
  const isIn = (list: readonly string[], code: string): boolean => list.some((name) => isMeant(name, code))
  return findings.filter(({ code }) => (only.length === 0 || isIn(only, code)) && !isIn(ignored, code))
}

function isMeant(name: string, code: string): boolean {
  return name === code || code.endsWith(`/${name}`) || code.startsWith(`${name}/`)
}

/**
 * What is wrong with a name that no rule has, with the nearest one; undefined where all are known. What a build warns of,
 * or another plugin finds, is known by its whole code, or once it is among the `findings`.
 */
export function unknownRule(
  { only, ignored }: Selection,
  plugins: readonly Plugin[],
  findings: readonly Diagnostic[],
): string | undefined {
  const rules = [...Object.keys(CHECK_RULES), ...plugins.flatMap(({ rules = [] }) => rules)]
  const families = new Set(rules.map(familyOf))
  const isKnown = (name: string): boolean =>
    [...rules, ...findings.map(({ code }) => code)].some((code) => isMeant(name, code)) ||
    (name.includes('/') && !families.has(familyOf(name)))
  const unknown = [...only, ...ignored].find((name) => !isKnown(name))
  if (unknown === undefined) return undefined
  const whole = unknown.includes('/')
  const names = whole ? rules : rules.map((code) => code.slice(code.indexOf('/') + 1))
  const meant = nearest(unknown, names)
  return meant === undefined
    ? `No rule is called '${unknown}'. There are ${names.join(', ')}; what a build warns of is named by its whole code.`
    : `No rule is called '${unknown}'. Did you mean '${meant}'?`
}

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('/'))
}
