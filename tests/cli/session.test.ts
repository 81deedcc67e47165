/** When a server finds out beforehand what the next change needs. */
import { expect, test } from 'vitest'
import type { Host } from '../../src/cli/host.ts'
import { openSession } from '../../src/cli/kept.ts'
import { rebuild, setupOf } from '../builder/rebuilds.ts'
import { makeSite } from '../site-maker.ts'

const HOST: Host = {
  cwd: '',
  env: {},
  argv: [],
  out: () => {},
  err: () => {},
  color: false,
  terminal: false,
  untilStopped: async () => {},
  openInBrowser: () => {},
  detach: () => 0,
}

test('the first change is prepared before anybody is told that the server runs', () => {
  const site = makeSite({ 'a.md': '---\n---\na\n' })
  const { kept, session } = openSession(
    { command: undefined, flags: new Map(), words: [] },
    setupOf(site),
    HOST,
  )
  const prepared: string[] = []
  session?.afterKeeping(() => prepared.push('without a build'))
  rebuild(site, { ...(kept === undefined ? {} : { kept }) })
  session?.afterKeeping(() => prepared.push('first'))
  expect(prepared).toEqual([])
  session?.watching()
  expect(prepared).toEqual(['first'])
  session?.afterKeeping(() => prepared.push('later'))
  expect(prepared).toEqual(['first'])
  session?.close()
})
