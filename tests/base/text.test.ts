import { expect, test } from 'vitest'
import {
  compareStrings,
  compareValues,
  escapeHtml,
  escapeHtmlOnce,
  escapeXmlAttribute,
  escapeXmlText,
  floatToS,
  identityKey,
  inspectString,
  RubyFloat,
  rubyInspect,
  rubyToS,
  sha256,
  slugify,
  toFloat,
  toInteger,
  utcTime,
  valuesEqual,
} from '../../src/base/index.ts'
import { expectSame, fromJson, readCases } from './cases.ts'

test('slugs of every mode are Jekyll’s', () => {
  expectSame(
    readCases<[string, string | null, boolean, string]>('slugs'),
    ([, , , slug]) => slug,
    ([text, mode, cased]) => slugify(text, mode ?? undefined, { cased: cased ?? false }),
  )
})

test('floats print as in Ruby', () => {
  expectSame(
    readCases<[string, string]>('floats'),
    ([, text]) => text,
    ([bits]) => floatToS(Buffer.from(bits, 'hex').readDoubleBE()),
  )
})

test('strings are inspected as in Ruby', () => {
  expectSame(
    readCases<[string, string]>('inspected-strings'),
    ([, text]) => text,
    ([text]) => inspectString(text),
  )
})

test('values print as in Ruby', () => {
  expectSame(
    readCases<[unknown, string, string]>('inspected-values'),
    ([, ...texts]) => texts,
    ([json]) => [rubyInspect(fromJson(json)), rubyToS(fromJson(json))],
  )
})

test('values that JSON lacks print as in Ruby', () => {
  expect(rubyInspect([new RubyFloat(1), new RubyFloat(-0), 12345678901234567890n, utcTime(2020)])).toBe(
    '[1.0, -0.0, 12345678901234567890, 2020-01-01 00:00:00 UTC]',
  )
  expect(rubyInspect(new Map([[1, null]]))).toBe('{1=>nil}')
  expect(rubyToS(undefined)).toBe('')
})

test('text is escaped as CGI and REXML do', () => {
  expectSame(
    readCases<[string, string, string, string]>('escapes'),
    ([, ...texts]) => texts,
    ([text]) => [escapeHtml(text), escapeXmlAttribute(text), escapeXmlText(text)],
  )
  expect(escapeHtmlOnce('a & b &amp; <i> &#39; &x')).toBe('a &amp; b &amp; &lt;i&gt; &#39; &amp;x')
})

test('values compare and equal as in Ruby', () => {
  expectSame(
    readCases<[unknown, unknown, number | null, boolean]>('comparisons'),
    ([, , order, equal]) => [order, equal],
    ([a, b]) => {
      const order = compareValues(fromJson(a), fromJson(b))
      return [order === null ? null : Math.sign(order), valuesEqual(fromJson(a), fromJson(b))]
    },
  )
})

test('numbers of all kinds compare; NaN does not', () => {
  expect(compareValues(1, new RubyFloat(1))).toBe(0)
  expect(compareValues(10n ** 20n, 1.5)).toBe(1)
  expect(compareValues(Number.NaN, 1)).toBeNull()
  expect(valuesEqual(10n ** 20n, new RubyFloat(1e20))).toBe(true)
  expect(compareStrings('\uffff', '😀')).toBeLessThan(0)
})

test('identity keys differ where eql? does', () => {
  const keys = [
    1,
    new RubyFloat(1),
    '1',
    null,
    'n',
    true,
    [1],
    ['1'],
    new Map([[1, 2]]),
    1.5,
    utcTime(1),
  ].map(identityKey)
  expect(new Set(keys).size).toBe(keys.length)
  expect(
    identityKey(
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toBe(
    identityKey(
      new Map([
        [3, 4],
        [1, 2],
      ]),
    ),
  )
})

test('integers and floats keep their kind', () => {
  expect(toFloat(1)).toEqual(new RubyFloat(1))
  expect(toFloat(1.5)).toBe(1.5)
  expect(toInteger(5n)).toBe(5)
  expect(toInteger(2n ** 60n)).toBe(2n ** 60n)
})

test('a hash is of the bytes', () => {
  expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])))
  expect(sha256('')).toMatch(/^e3b0c44298fc1c14/)
})
