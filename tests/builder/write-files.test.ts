import { expect, test } from 'vitest'
import { memoryOutput } from '../../src/builder/index.ts'
import type { KeptOutputs } from '../../src/builder/kept/kept-outputs.ts'
import { writeFiles } from '../../src/builder/output/write-files.ts'
import { planBuild } from '../../src/builder/plan.ts'
import type { Rendered } from '../../src/render/index.ts'
import { testSite } from '../../src/testing.ts'

test('the text of a result that lies in its file already is not read', async () => {
  const { site } = await testSite('-- a.md --\n---\n---\na\n-- b.md --\n---\n---\nb\n')
  const { write } = planBuild(site)
  const read: string[] = []
  const rendered = (id: string): Rendered => ({
    id,
    key: `result of ${id}`,
    get output() {
      read.push(id)
      return `output of ${id}`
    },
    content: '',
    extraFiles: [],
    diagnostics: [],
  })
  const outputs: Pick<KeptOutputs, 'holds' | 'wrote'> = {
    holds: (path) => path === 'a.html',
    wrote: () => {},
  }
  const written = writeFiles(write, new Set(['a.html', 'b.html']), [], {
    rendered,
    changed: new Map(),
    config: site.config,
    output: memoryOutput(),
    outputs: outputs as KeptOutputs,
    tooLong: () => {
      throw new Error('no name is')
    },
  })
  expect(read).toEqual(['b.md'])
  expect(written).toEqual(['b.html'])
})
