import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { Payload } from '../../src/render/payload.ts'
import type { Standing, Stands } from '../../src/render/types.ts'
import type { Layout } from '../../src/site/index.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const layout = { name: 'a', data: new Map([['width', 3]]) } as Partial<Layout> as Layout

function standing({ content, layout: value }: Stands): Standing {
  return {
    content: { key: 'a', value: content ?? (() => null) },
    layout: { key: 'a', value: value ?? (() => null) },
  }
}

test('what a payload leaves holds neither it nor those before', async () => {
  const held: WeakRef<Payload>[] = []
  const through = (count: number): Stands => {
    let stands: Stands = {}
    for (let number = 0; number < count; number++) {
      const payload = new Payload([['content', `page ${number}`]], standing(stands), () => {})
      payload.set('content', `text ${number}`)
      payload.addLayout(layout)
      held.push(new WeakRef(payload))
      stands = payload.left()
    }
    return stands
  }
  const left = through(20)
  await new Promise((resolve) => setTimeout(resolve))
  collectGarbage()
  expect(held.filter((payload) => payload.deref() !== undefined)).toEqual([])
  expect([left.content?.(), left.layout?.(), left.added]).toEqual(['text 19', layout.data, true])
})
