/** Everything as it is: what runs where nothing else does. */
import type { Converter } from '../types.ts'

export const identity: Converter = {
  name: 'Jekyll::Converters::Identity',
  priority: -100,
  matches: () => true,
  convert: (text) => text,
}
