/** Zones as POSIX writes them, and names in other letters: what Ruby's `strftime('%z %Z')` prints with each in TZ. */
import { expect, test } from 'vitest'
import { type Zone, zoneFor } from '../../src/base/index.ts'

/** The offset and the name at an instant, as Ruby prints them. */
function shown(zone: Zone, epoch: number): string {
  const { offset, abbreviation } = zone.offsetAt(epoch)
  const minutes = Math.abs(offset) / 60
  const pad = (n: number): string => String(n).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)} ${abbreviation}`
}

/** Each change of the years 2023 and 2024, with the instant from which it holds. */
test.each([
  [
    'CET-1CEST,M3.5.0,M10.5.0/3',
    [
      '1672531200 +0100 CET',
      '1679792400 +0200 CEST',
      '1698541200 +0100 CET',
      '1711846800 +0200 CEST',
      '1729990800 +0100 CET',
    ],
  ],
  [
    'NZST-12NZDT,M9.5.0,M4.1.0/3',
    [
      '1672531200 +1300 NZDT',
      '1680357600 +1200 NZST',
      '1695477600 +1300 NZDT',
      '1712412000 +1200 NZST',
      '1727532000 +1300 NZDT',
    ],
  ],
  [
    '<-03>3<-02>,M3.5.0/-2,M10.5.0/-1',
    [
      '1672531200 -0300 -03',
      '1679792400 -0200 -02',
      '1698541200 -0300 -03',
      '1711846800 -0200 -02',
      '1729990800 -0300 -03',
    ],
  ],
  [
    'AAA3BBB,J60/1,300',
    [
      '1672531200 -0300 AAA',
      '1677643200 -0200 BBB',
      '1698465600 -0300 AAA',
      '1709265600 -0200 BBB',
      '1730001600 -0300 AAA',
    ],
  ],
  [
    'XYZ5:30ABC4,M4.1.1,M9.2.6/23:30',
    [
      '1672531200 -0530 XYZ',
      '1680507000 -0400 ABC',
      '1694316600 -0530 XYZ',
      '1711956600 -0400 ABC',
      '1726371000 -0530 XYZ',
    ],
  ],
  ['JST-9', ['1672531200 +0900 JST']],
  ['<+0530>-5:30', ['1672531200 +0530 +0530']],
])('%s', (name, changes) => {
  const zone = zoneFor(name)
  const found: string[] = []
  let before = ''
  for (let step = 0; step < 366 * 2 * 48; step++) {
    const epoch = 1_672_531_200 + step * 1800
    const now = shown(zone, epoch)
    if (now !== before) found.push(`${epoch} ${now}`)
    before = now
  }
  expect(found).toEqual(changes)
})

test('without rules summer is that of New York', () => {
  const noon = (month: number, day: number): number => Date.UTC(2024, month - 1, day, 12) / 1000
  expect(
    [noon(3, 9), noon(3, 11), noon(11, 2), noon(11, 4)].map((each) => shown(zoneFor('CET-1CEST'), each)),
  ).toEqual(['+0100 CET', '+0200 CEST', '+0200 CEST', '+0100 CET'])
})

test.each([
  ['europe/paris', '+0000 europe'],
  ['Europe/paris', '+0000 Europe'],
  ['utc', '+0000 utc'],
  ['Europe/Paris', '+0200 CEST'],
  ['Asia/Calcutta', '+0530 IST'],
  ['CET-1CEST,nonsense', '+0200 CEST'],
])('TZ=%s', (name, words) => {
  expect(shown(zoneFor(name), 1_720_000_000)).toBe(words)
})
