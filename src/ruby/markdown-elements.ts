/** Methods that plugins have in the place of those of kramdown's HTML converter, as writers of elements. */
import type { MarkdownElements } from '../plugins/index.ts'
import type { Answers } from './bridge/conversation.ts'
import { type Held, toWire, type Wire } from './bridge/wire.ts'

/** Ruby, as far as it is asked for elements. */
interface Asked {
  readonly held: Held
  job(kind: string, given: readonly Wire[], answers: Answers): Wire
}

/**
 * @param converter name of the class
 * @param types those of elements that it writes itself
 */
export function rubyElements(session: Asked, converter: string, types: readonly string[]): MarkdownElements {
  return {
    types: new Set(types),
    begin(document) {
      const answers: Answers = {
        kramdown_inner: (el, indent) => document.inner(el as never, Number(indent)),
        kramdown_written: (el, indent) => document.written(el as never, Number(indent)),
        kramdown_id: (text) => document.headerId(String(text)),
        kramdown_contents(level, id, children) {
          document.addToContents(Number(level), String(id), children as never)
        },
        kramdown_coloured: (code, language, kind) =>
          document.coloured(
            String(code),
            typeof language === 'string' ? language : undefined,
            kind === 'span' ? 'span' : 'block',
          ),
      }
      const options = new Map(Object.entries(document.options).filter(([, value]) => isData(value)))
      const number = session.job('kramdown_converter', [converter, toWire(options, session.held)], answers)
      return (el, indent) =>
        String(session.job('kramdown_element', [number, el as unknown as Wire, indent], answers))
    },
  }
}

/** Whether it is more than code of the program's. */
function isData(value: unknown): boolean {
  return typeof value !== 'function' && !(typeof value === 'object' && value !== null && 'begin' in value)
}
