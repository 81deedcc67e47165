/** From a table of rules for blocks to what is asked for each line, by its first character. */
import type { BlockDispatch, BlockRule, Interruption } from './block-state.ts'
import { byCharacter } from './rules.ts'

export function blockDispatch(rules: readonly BlockRule[]): BlockDispatch {
  const tests = (lines: readonly Interruption['lines'][]): BlockDispatch['lazyEnds'] =>
    byCharacter(rules, ({ interrupts }) =>
      interrupts && lines.includes(interrupts.lines) ? interrupts.when : undefined,
    )
  return {
    rules: byCharacter(rules, (rule) => rule),
    deepRules: byCharacter(
      rules.filter(({ atAnyDepth }) => atAnyDepth),
      (rule) => rule,
    ),
    lazyEnds: tests(['lazy']),
    paragraphEnds: tests(['lazy', 'paragraph']),
  }
}
