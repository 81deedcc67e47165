/** The setting `direction: down`. */
import { unknownWord } from '../language/fault.ts'
import type { Setting } from '../language/settings.ts'
import type { Told } from './attributes.ts'
import { DIRECTIONS, type Direction } from './elk.ts'

/** Where links lead to on the page; `usual` unless said. */
export function directionOf(settings: ReadonlyMap<string, Setting>, usual: Direction, told: Told): Direction {
  const written = settings.get('direction')
  if (written === undefined) return usual
  const found = DIRECTIONS.find((each) => each === written.value)
  if (found === undefined)
    told.fault(unknownWord({ text: written.value, span: written.span }, DIRECTIONS, 'direction'))
  return found ?? usual
}
