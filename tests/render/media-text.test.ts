import { expect, test } from 'vitest'
import { spaceMediaQueries } from '../../src/render/converters/media-text.ts'

test('a media query gets the space it lacks; nothing else changes', () => {
  expect(spaceMediaQueries('@media screen and(max-width: 9em) { a { b: and(c) } }')).toBe(
    '@media screen and (max-width: 9em) { a { b: and(c) } }',
  )
  expect(spaceMediaQueries('a { b: not(c) }')).toBe('a { b: not(c) }')
})
