import { describe, expect, it } from 'vitest'
import { createRemember } from '../../src/render/filters/remembered.ts'

const long = (letter: string): string => letter.repeat(2000)

describe('createRemember', () => {
  it('makes a long text once for each task, a short one each time', () => {
    const remember = createRemember()
    let made = 0
    const upper = (text: string): unknown =>
      remember('upper', text, () => {
        made++
        return text.toUpperCase()
      })
    expect([upper(long('a')), upper(long('a')), upper(long('b'))]).toEqual([long('A'), long('A'), long('B')])
    expect(made).toBe(2)
    expect(remember('same', long('a'), () => long('a'))).toBe(long('a'))
    expect([upper('a'), upper('a')]).toEqual(['A', 'A'])
    expect(made).toBe(4)
  })

  it('passes on what is not text, and errors, and keeps neither', () => {
    const remember = createRemember()
    expect(remember('x', long('a'), () => 7)).toBe(7)
    expect(() =>
      remember('x', long('a'), () => {
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(remember('x', long('a'), () => 'now')).toBe('now')
  })

  it('ends when nothing comes again, and drops what was not asked for lately', () => {
    let made = 0
    const run = (remember: ReturnType<typeof createRemember>, letter: string): void => {
      remember('x', long(letter), () => {
        made++
        return long(letter)
      })
    }
    const idle = createRemember(3000)
    for (const letter of 'abcdd') run(idle, letter)
    expect(made).toBe(5)
    made = 0
    const busy = createRemember(5000)
    for (const letter of 'aabcdaefghi') run(busy, letter)
    const before = made
    run(busy, 'a')
    expect(made).toBe(before + 1)
  })
})
