/** From a table of rules for spans to what is asked for each character, and to the characters that are marks. */
import { LAST_ASCII } from './chars.ts'
import { byCharacter, firstCharactersOf, only } from './rules.ts'
import type { SpanDispatch, SpanRule } from './span-state.ts'
import { TWICE } from './span-state.ts'

/** What is a mark in any text, because it has to be escaped. */
const MARKUP = '&<>'

export function spanDispatch(rules: readonly SpanRule[]): SpanDispatch {
  const marks = new Set([
    ...firstCharactersOf(rules),
    ...rules.flatMap(({ ends }) => [...(ends ?? '')]),
    ...MARKUP,
  ])
  const needs = new Uint8Array(LAST_ASCII + 1)
  for (const { firstCharacters, needs: need } of rules)
    if (need !== undefined && typeof firstCharacters === 'string')
      for (const mark of firstCharacters)
        if (rules.every((rule) => rule.needs === need || !begins(rule, mark))) needs[code(mark)] = need
  const alone = [...marks].filter((mark) => needs[code(mark)] !== TWICE || MARKUP.includes(mark))
  const pairs = [...marks].filter((mark) => needs[code(mark)] === TWICE)
  return {
    rules: byCharacter(rules, (rule) => rule),
    rawRules: byCharacter(only(rules, 'span_html'), (rule) => rule),
    codeRules: byCharacter(
      rules.filter(({ name }) => name === 'codespan' || name === 'span_html'),
      (rule) => rule,
    ),
    marks: new RegExp(oneOf(marks), 'g'),
    needs,
    beginsSomething: new RegExp(
      [oneOf(alone), ...pairs.map((mark) => inExpression(mark).repeat(2))].join('|'),
    ),
  }
}

function begins({ firstCharacters }: SpanRule, mark: string): boolean {
  return typeof firstCharacters === 'string' && firstCharacters.includes(mark)
}

function code(mark: string): number {
  return mark.charCodeAt(0)
}

/** One class of characters is the fastest kind of regular expression. */
function oneOf(marks: Iterable<string>): string {
  return `[${Array.from(marks, inExpression).join('')}]`
}

function inExpression(mark: string): string {
  return `\\x${code(mark).toString(16).padStart(2, '0')}`
}
