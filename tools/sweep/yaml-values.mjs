/** Values as they are written in YAML, of every type that people give. */

export const TEXTS = [
  'foo',
  'Foo Bar',
  '"quoted: text"',
  "'it''s'",
  'Ünï côde',
  '日本',
  'C#',
  'a/b',
  '"a b"',
  'x-y_z',
  '"<b>bold</b> & co"',
  'The *starred* one',
  '"  blanks  "',
  '"a\\nb"',
  '"{{ site.title }}"',
  '"{% if %}"',
  'http://example.org/x?a=b&c',
  '"#1"',
  '"-"',
  'index',
  '~/x',
  '"50%"',
  '"[x]"',
]
const OTHERS = [
  '12',
  '-3',
  '1.5',
  '2.0',
  '1e3',
  '0x1F',
  '017',
  '12:30',
  '1_000',
  '.5',
  'true',
  'false',
  'yes',
  'null',
  '~',
  '',
  '""',
  '2020-01-02',
  '2020-01-02 03:04:05',
  '2020-01-02 03:04:05 +0200',
  '2020-01-02T03:04:05Z',
  '[]',
  '{}',
  '[a, b]',
  '[1, two, 3.0]',
  '[[a], [b]]',
  '{a: 1, b: [x]}',
  '[null, ""]',
  '[a, a]',
  '12345678901234567890',
  '"12"',
  '"true"',
  '"2020-01-02"',
  '{b: 2, a: 1}',
  '[{n: 1}, {n: 2}]',
]

/** One value of any type. */
export const anyValue = (random) => (random.often(45) ? random.pick(TEXTS) : random.pick(OTHERS))

/** A value that is right for a key, or now and then one of another type. */
export const valueFor = (random, right, wrong = 12) =>
  random.often(wrong) ? anyValue(random) : typeof right === 'function' ? right(random) : random.pick(right)

/** Lines `key: value` for some of `keys` (key -> values that are right). */
export function someKeys(random, keys, atMost, { indent = '', wrong = 12 } = {}) {
  return random
    .some(Object.entries(keys), atMost)
    .map(([key, right]) => `${indent}${key}: ${valueFor(random, right, wrong)}`)
}
