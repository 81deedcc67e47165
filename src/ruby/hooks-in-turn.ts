/** Hooks of Ruby on one event as one hook. */
import { isHash } from '../base/index.ts'

/** Two hooks on one event as one; what the first makes of a text or document the second is given. */
export function after(
  first: (...given: never[]) => unknown,
  second: (...given: never[]) => unknown,
  event: string,
): (...given: never[]) => unknown {
  return (...given) => {
    const [subject, ...rest] = given
    const made = first(...given)
    if (event === 'post_convert' || event === 'post_render')
      return second(subject as never, (made ?? rest[0]) as never, ...rest.slice(1))
    if (event === 'pre_render') return new Map([...pairs(made), ...pairs(second(...given))])
    return second((made ?? subject) as never, ...rest)
  }
}

function pairs(value: unknown): Iterable<[unknown, unknown]> {
  return isHash(value) ? value : []
}
