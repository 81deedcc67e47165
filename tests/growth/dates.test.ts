/** Dates as they are read and printed: texts are bounded, and so is what is done for a year. */
import { expect, test } from 'vitest'
import { localTime, parseTime, strftime, timeFromLocal, utcTime, zoneFor } from '../../src/base/index.ts'
import { stepsOf } from '../steps.ts'
import { fill, type Generators, growthTable, inside } from './table.ts'

const NOW = utcTime(2024)

function parse(text: string, zone = zoneFor('UTC')): void {
  try {
    parseTime(text, zone, NOW)
  } catch (error) {
    expect((error as Error).name).toBe('ArgumentError')
  }
}

const TEXTS: Generators = {
  digits: fill('1'),
  hyphens: fill('-'),
  'days and hyphens': fill('1-'),
  colons: fill('1:'),
  'months of words': fill('jan '),
  letters: fill('a'),
  zones: fill('+01'),
  brackets: fill('('),
  blanks: inside('2024-01-01', ' ', '10:00'),
  apostrophes: fill("'1 "),
}
growthTable('the text of a date', TEXTS, (text) => {
  parse(text)
  for (let at = 0; at < text.length; at += 64) parse(text.slice(at, at + 128))
})

const FORMATS: Generators = {
  conversions: fill('%d'),
  composites: fill('%c'),
  percents: fill('%'),
  flags: inside('%', '-', 'd'),
  widths: fill('%9d'),
  'one width': inside('%', '0', 'd'),
  colons: inside('%', ':', 'z'),
  text: fill('a'),
}
growthTable('a format', FORMATS, (format) => {
  try {
    strftime(NOW, format)
  } catch (error) {
    expect((error as Error).name).toMatch(/^(?:ArgumentError|SystemCallError)$/)
  }
})

test('a year of any size takes the same steps, in a zone with summer time', () => {
  const zone = 'Europe/Berlin'
  for (const year of ['0', '9999', '250001', '5000000000', '99999999999999', '9'.repeat(60), '-5000000000'])
    for (const text of [`${year}-01-01`, `${year}-07-01 12:00`, `${year}-07-01 12:00 CET`])
      expect(stepsOf(() => parse(text, zoneFor(zone)))).toBeLessThan(20_000)
  for (const seconds of [0, 8.64e12, -8.64e12, 1e15, Number.MAX_SAFE_INTEGER])
    expect(stepsOf(() => localTime(zoneFor(zone), seconds))).toBeLessThan(20_000)
  for (const year of [0, 3e5, 5e9, -5e9])
    expect(stepsOf(() => timeFromLocal(zoneFor(zone), year, 7, 1, 12, 0, 0, 0))).toBeLessThan(20_000)
})
