/** Pictures are given back while cards are drawn: counted, for what a process weighs depends on all that runs beside it. */
import type { Resvg } from '@resvg/resvg-js'
import { expect, test, vi } from 'vitest'
import { painter } from '../../src/bundled/social-cards/card-image.ts'

const pictures = vi.hoisted(() => {
  const counted = { alive: 0, most: 0 }
  const gone = new FinalizationRegistry(() => void counted.alive--)
  return {
    counted,
    note: (picture: object): void => {
      gone.register(picture, undefined)
      counted.most = Math.max(counted.most, ++counted.alive)
    },
  }
})

vi.mock('@resvg/resvg-js', async (original) => {
  const module = await original<{ readonly Resvg: typeof Resvg }>()
  return {
    ...module,
    Resvg: class extends module.Resvg {
      override render(): ReturnType<Resvg['render']> {
        const picture = super.render()
        pictures.note(picture)
        return picture
      }
    },
  }
})

test('many cards need no more memory than a few', async () => {
  const paint = painter([])
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>'
  for (let i = 0; i < 100; i++) await paint(svg)
  // Each holds three megabytes.
  expect(pictures.counted.most).toBeLessThan(50)
})
