import { expect, test } from 'vitest'
import { localZone } from '../../src/base/local-zone.ts'

/** Jekyll 4.3.1, with `TZ` so: a name that nobody knows is UTC. */
test.each([
  ['Nonsense', 0],
  ['', 0],
  ['UTC', 0],
  ['JST-9', 32400],
  ['Asia/Tokyo', 32400],
  [':Asia/Tokyo', 32400],
])('TZ=%s', (name, offset) => expect(localZone(name).offsetAt(0).offset).toBe(offset))

test('a file is no name of a zone', () => expect(localZone(':/etc/localtime').name).not.toContain('/etc'))
