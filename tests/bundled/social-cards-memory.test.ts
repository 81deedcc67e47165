/** Pictures are given back while cards are drawn: counted, for what a process weighs depends on all that runs beside it. */
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { painter } from '../../src/bundled/social-cards/card-image.ts'

const counted = { alive: 0, most: 0 }
const gone = new FinalizationRegistry(() => void counted.alive--)

class Counted extends Resvg {
  override render(): ReturnType<Resvg['render']> {
    const picture = super.render()
    gone.register(picture, undefined)
    counted.most = Math.max(counted.most, ++counted.alive)
    return picture
  }
}

test('many cards need no more memory than a few', async () => {
  const paint = painter(Counted, [])
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>'
  for (let i = 0; i < 100; i++) await paint(svg)
  // Each holds three megabytes.
  expect(counted.most).toBeLessThan(50)
})
