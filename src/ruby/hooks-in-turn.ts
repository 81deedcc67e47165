/** Hooks of Ruby on one event as one hook. */
import { isHash } from '../base/index.ts'
import type { RenderedTexts } from '../plugins/index.ts'

/** Two hooks on one event (`posts:post_render`) as one; what the first makes of a text, document or output the second is given. */
export function after(
  first: (...given: never[]) => unknown,
  second: (...given: never[]) => unknown,
  name: string,
): (...given: never[]) => unknown {
  return (...given) => {
    const [subject, ...rest] = given
    const made = first(...given)
    if (name === 'site:post_render') {
      const changed = new Map(pairs(made))
      return new Map([
        ...changed,
        ...pairs(
          second(subject as never, withOutputs(rest[0] as unknown as RenderedTexts, changed) as never),
        ),
      ])
    }
    const event = name.slice(name.indexOf(':') + 1)
    if (event === 'post_convert' || event === 'post_render')
      return second(subject as never, (made ?? rest[0]) as never, ...rest.slice(1))
    if (event === 'pre_render') return new Map([...pairs(made), ...pairs(second(...given))])
    return second((made ?? subject) as never, ...rest)
  }
}

/** `texts` with the outputs that were changed since. */
function withOutputs(texts: RenderedTexts, changed: ReadonlyMap<unknown, unknown>): RenderedTexts {
  return {
    content: (id) => texts.content(id),
    output: (id) => (changed.has(id) ? String(changed.get(id)) : texts.output(id)),
  }
}

function pairs(value: unknown): Iterable<[unknown, unknown]> {
  return isHash(value) ? value : []
}
