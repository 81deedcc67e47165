/** Rouge's themes stand in `themes.css.json` as `rougify style` 3.30 prints them; Luna is held to WCAG AA. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { styleSheet, themes } from '../../src/highlight/index.ts'

const PRINTED = JSON.parse(readFileSync(new URL('themes.css.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>

test.each(Object.entries(PRINTED))('%s is what rougify style prints', (name, css) => {
  expect(styleSheet(name)).toBe(css)
})

test('Rouge’s themes and ours, nothing else', () => {
  expect(themes()).toEqual([...Object.keys(PRINTED), 'luna', 'luna.dark', 'luna.light'].sort())
  expect(styleSheet('bogus')).toBeUndefined()
  expect(styleSheet('constructor')).toBeUndefined()
})

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [bright = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dark + 0.05)
}

describe.each(['luna', 'luna.light'])('%s', (name) => {
  const css = styleSheet(name) ?? ''
  const ground = /^\.highlight, [^}]*background-color: (#\w{6})/m.exec(css)?.[1] ?? ''
  const text = /^\.highlight, [^}]*?\bcolor: (#\w{6})/m.exec(css)?.[1] ?? ''
  const rules = [...css.matchAll(/^(\.[^{}\n]+) \{\n([^}]*)\}/gm)]

  test('every pair of colours reaches 4.5:1', () => {
    expect(rules.length).toBeGreaterThan(25)
    for (const [, selector, body = ''] of rules) {
      const front = /^ {2}color: (#\w{6})/m.exec(body)?.[1] ?? text
      const behind = /background-color: (#\w{6})/.exec(body)?.[1] ?? ground
      expect(contrast(front, behind), `${selector}: ${front} on ${behind}`).toBeGreaterThanOrEqual(4.5)
    }
  })
})
