import { expect, test } from 'vitest'
import { wholeColours } from '../../src/render/converters/css-colours.ts'

test('a computed colour is printed in whole steps', () => {
  expect(wholeColours('a{color:rgb(83.8640043173%, 90.6457996042%, 87.7226119806%)}')).toBe(
    'a{color:#d6e7e0}',
  )
  expect(wholeColours('a{color:rgba(0%,50%,100%,.5)}')).toBe('a{color:rgba(0,128,255,.5)}')
})

test('strings, comments and other functions stay as they are', () => {
  const css = `a{content:"rgb(1%, 2%, 3%)";width:calc(10% + 2px)}/* rgb(1%, 2%, 3%) */b{c:'\\'rgb(1%, 2%, 3%)'}`
  expect(wholeColours(css)).toBe(css)
})
