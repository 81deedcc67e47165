/** JSON with Ruby's numbers and hashes: 1.0 stays a Float, big integers stay exact, objects are Maps. */
import { toFloat, toInteger, type Value } from '../../src/base/index.ts'

/** Throws a SyntaxError where `text` is no JSON. */
export function parseRubyJson(text: string): Value {
  let at = 0
  const space = (): void => {
    while (' \t\r\n'.includes(text[at] ?? 'x')) at++
  }
  const expect = (char: string): void => {
    space()
    if (text[at] !== char) throw new SyntaxError(`expected ${char} at ${at}`)
    at++
  }
  const stringAt = (): string => {
    const start = at++
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    at++
    return JSON.parse(text.slice(start, at)) as string
  }
  const value = (): Value => {
    space()
    const char = text[at]
    if (char === '"') return stringAt()
    if (char === '{') {
      at++
      const map = new Map<Value, Value>()
      for (space(); text[at] !== '}'; space()) {
        if (map.size > 0) expect(',')
        space()
        const key = stringAt()
        expect(':')
        map.set(key, value())
      }
      at++
      return map
    }
    if (char === '[') {
      at++
      const items: Value[] = []
      for (space(); text[at] !== ']'; space()) {
        if (items.length > 0) expect(',')
        items.push(value())
      }
      at++
      return items
    }
    const word = /^(?:null|true|false|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/.exec(
      text.slice(at, at + 400),
    )?.[0]
    if (word === undefined) throw new SyntaxError(`unexpected text at ${at}`)
    at += word.length
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    return /[.eE]/.test(word) ? toFloat(Number(word)) : toInteger(BigInt(word))
  }
  return value()
}
