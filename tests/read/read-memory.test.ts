// What a process that reads a site again and again does with files that nobody said changed.
import { expect, test, vi } from 'vitest'
import { fixedZone, Time } from '../../src/base/index.ts'
import { memoryTree, ReadMemory, readSite } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

const zone = fixedZone('UTC', 0, 'UTC')
const time = new Time(1704067200, 0, 0, 'UTC')
const A = '_posts/2023-01-01-a.md'
const B = '_posts/2023-01-02-b.md'

test('of a post that is as it was nothing is asked, not whether it is to be seen', () => {
  const tree = memoryTree(`-- ${A} --\n---\n---\nA\n-- ${B} --\n---\n---\nB\n`)
  const { config } = configFrom(new Map(), new Map([['source', tree.root]]), { cwd: '/', zone })
  const memory = new ReadMemory()
  const read = () => readSite(tree, config, { time, blockTags: [], memory }).site.renderables
  const first = read()
  const asked = [A, B].map((id) => vi.spyOn(first.get(id)!.data as Map<unknown, unknown>, 'get'))
  const bytes = vi.spyOn(tree, 'read')
  expect([...read().values()]).toEqual([...first.values()])
  expect(asked.map((spy) => spy.mock.calls.length)).toEqual([0, 0])
  memory.forget([`${tree.root}/${B}`])
  const third = read()
  expect(third.get(A)).toBe(first.get(A))
  expect(third.get(B)).not.toBe(first.get(B))
  expect(bytes.mock.calls).toEqual([[B]])
})
