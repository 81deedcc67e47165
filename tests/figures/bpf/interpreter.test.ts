/** What programs do, compared with numbers that typed arrays cut, and where they stop. */
import { describe, expect, test } from 'vitest'
import { assemble } from '../../../src/figures/bpf/assemble.ts'
import { bytesOfHex } from '../../../src/figures/bpf/hex.ts'
import { run } from '../../../src/figures/bpf/interpret.ts'
import { PROGRAM_TYPES } from '../../../src/figures/bpf/program-types.ts'

function ran(text: string, type = 'memory', hex = '', steps = 10_000) {
  const faults: string[] = []
  const program = assemble(text, 0, ({ message }) => faults.push(message))
  expect([text, faults]).toEqual([text, []])
  const found = PROGRAM_TYPES.find(({ name }) => name === type)!
  return run(program, { type: found, data: bytesOfHex(hex)!, steps, kept: 200 })
}

const answerOf = (...given: Parameters<typeof ran>): string => {
  const { answer, fault } = ran(...given)
  return fault?.message ?? `${BigInt.asIntN(64, answer!)}`
}

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** One operation after RFC 9669 by repeated steps on typed arrays, which cut numbers by themselves. */
function reference(name: string, a: bigint, b: bigint, bits: 32 | 64): bigint {
  const unsigned =
    bits === 64
      ? new BigUint64Array([a, b, 0n])
      : new Uint32Array([Number(a & 0xffffffffn), Number(b & 0xffffffffn), 0])
  const signed = bits === 64 ? new BigInt64Array(unsigned.buffer) : new Int32Array(unsigned.buffer)
  const [ua, ub] = [BigInt(unsigned[0]!), BigInt(unsigned[1]!)]
  const [sa, sb] = [BigInt(signed[0]!), BigInt(signed[1]!)]
  const put = (value: bigint): bigint => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigInt64(0, value)
    return bits === 64 ? view.getBigUint64(0) : BigInt(view.getUint32(4))
  }
  const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
  let out = 0n
  switch (name) {
    case 'add':
      return put(ua + ub)
    case 'sub':
      return put(ua - ub)
    case 'mul':
      for (let i = 0n; i < BigInt(bits); i++) if (((ub >> i) & 1n) === 1n) out = put(out + (ua << i))
      return out
    case 'div':
      return ub === 0n ? 0n : put(ua / ub)
    case 'mod':
      return ub === 0n ? ua : put(ua - (ua / ub) * ub)
    case 'sdiv':
      if (sb === 0n) return 0n
      out = magnitude(sa) / magnitude(sb)
      return put(sa < 0n === sb < 0n ? out : -out)
    case 'smod':
      if (sb === 0n) return ua
      out = magnitude(sa) % magnitude(sb)
      return put(sa < 0n ? -out : out)
    case 'lsh':
      out = ua
      for (let i = 0n; i < ub % BigInt(bits); i++) out = put(out * 2n)
      return out
    case 'rsh':
      out = ua
      for (let i = 0n; i < ub % BigInt(bits); i++) out /= 2n
      return out
    case 'arsh':
      out = sa
      for (let i = 0n; i < ub % BigInt(bits); i++) out = (out - (((out % 2n) + 2n) % 2n)) / 2n
      return put(out)
    case 'and':
    case 'or':
    case 'xor':
      for (let i = 0n; i < BigInt(bits); i++) {
        const [x, y] = [(ua >> i) & 1n, (ub >> i) & 1n]
        const bit = name === 'and' ? x * y : name === 'or' ? x + y - x * y : (x + y) % 2n
        out += bit << i
      }
      return out
    default:
      return put(ub)
  }
}

test('arithmetic is that of a slow reference', () => {
  const roll = dice(9)
  const names = [
    'add',
    'sub',
    'mul',
    'div',
    'sdiv',
    'mod',
    'smod',
    'lsh',
    'rsh',
    'arsh',
    'and',
    'or',
    'xor',
    'mov',
  ]
  const numbers = [
    0n,
    1n,
    2n,
    31n,
    63n,
    64n,
    2n ** 31n - 1n,
    2n ** 31n,
    2n ** 32n - 1n,
    2n ** 32n,
    2n ** 63n - 1n,
    2n ** 63n,
    2n ** 64n - 1n,
  ]
  const number = (): bigint =>
    roll(2) === 0 ? numbers[roll(numbers.length)]! : (BigInt(roll(2 ** 32)) << 32n) | BigInt(roll(2 ** 32))
  for (let i = 0; i < 3000; i++) {
    const [name, a, b] = [names[roll(names.length)]!, number(), number()]
    const bits = roll(2) === 0 ? 32 : 64
    const text = `lddw r0, ${a}\nlddw r1, ${b}\n${name}${bits} r0, r1\nexit`
    expect([text, ran(text).answer]).toEqual([text, reference(name, a, b, bits)])
  }
})

describe('programs', () => {
  test('swaps, moves with sign, atomics, calls', () => {
    expect(answerOf('lddw r0, 0x1122334455667788\nbe16 r0\nexit')).toBe(`${0x8877}`)
    expect(answerOf('r1 = 0xff\nr0 = (s8)r1\nexit')).toBe('-1')
    expect(
      answerOf(
        '*(u64 *)(r10 - 8) = 5\nr1 = 3\nr1 = atomic_fetch_add((u64 *)(r10 - 8), r1)\nr0 = *(u64 *)(r10 - 8)\nr0 <<= 8\nr0 |= r1\nexit',
      ),
    ).toBe(`${0x805}`)
    expect(
      answerOf('r6 = 1\nr1 = 20\ncall double\nr0 += r6\nexit\ndouble:\nr6 = 7\nr0 = r1\nr0 += r1\nexit'),
    ).toBe('41')
  })

  test('maps: what is put in, looked up, changed and taken out', () => {
    const text = `.map ages hash key=4 value=4 entries=2
.put ages 7 = 40
*(u32 *)(r10 - 4) = 7
r2 = r10
r2 += -4
r1 = ages ll
call bpf_map_lookup_elem
if r0 == 0 goto none
r6 = *(u32 *)(r0 + 0)
*(u32 *)(r10 - 8) = w6
*(u32 *)(r10 - 4) = 8
r1 = ages ll
r2 = r10
r2 += -4
r3 = r10
r3 += -8
r4 = 0
call bpf_map_update_elem
r0 = r6
exit
none:
r0 = 0
exit`
    const { answer, maps } = ran(text, 'xdp', '00')
    expect(answer).toBe(40n)
    expect(maps).toEqual([
      {
        name: 'ages',
        entries: [
          { key: '07 00 00 00', value: '28 00 00 00' },
          { key: '08 00 00 00', value: '28 00 00 00' },
        ],
      },
    ])
  })

  test('time and chance are the same in every run', () => {
    const text = 'call bpf_ktime_get_ns\nr6 = r0\ncall bpf_get_prandom_u32\nr0 += r6\nexit'
    expect(answerOf(text, 'xdp', '00')).toBe(answerOf(text, 'xdp', '00'))
  })
})

describe("where programs stop, in the verifier's words", () => {
  const load = 'r2 = *(u32 *)(r1 + 0)\n'
  test.each([
    ['r0 = *(u32 *)(r0 + 0)\nexit', 'R0 !read_ok'],
    ['exit', 'R0 !read_ok'],
    ['r0 = 4\nr0 = *(u8 *)(r0 + 0)\nexit', "R0 invalid mem access 'scalar'"],
    [`${load}r0 = *(u16 *)(r2 + 3)\nexit`, 'invalid access to packet, off=3 size=2, R2(off=3,r=4)'],
    [`${load}r0 = *(u16 *)(r2 - 1)\nexit`, 'invalid access to packet, off=-1 size=2, R2(off=-1,r=4)'],
    ['r0 = *(u32 *)(r1 + 24)\nexit', 'invalid bpf_context access off=24 size=4'],
    ['*(u32 *)(r1 + 0) = 1\nexit', 'invalid bpf_context access off=0 size=4'],
    ['*(u64 *)(r10 - 520) = 1\nexit', 'invalid write to stack R10 off=-520 size=8'],
    ['r0 = *(u64 *)(r10 - 4)\nexit', 'invalid read from stack R10 off=-4 size=8'],
    ['.map m array value=8\nr1 = m ll\nr0 = *(u32 *)(r1 + 0)\nexit', "R1 invalid mem access 'map_ptr'"],
    [
      '.map m hash value=8\n*(u32 *)(r10 - 4) = 1\nr2 = r10\nr2 += -4\nr1 = m ll\ncall bpf_map_lookup_elem\nr1 = r0\nr0 = *(u64 *)(r1 + 0)\nexit',
      "R1 invalid mem access 'map_value_or_null'",
    ],
    [
      '.map m array value=4 entries=2\n*(u32 *)(r10 - 4) = 1\nr2 = r10\nr2 += -4\nr1 = m ll\ncall bpf_map_lookup_elem\nr0 = *(u64 *)(r0 + 0)\nexit',
      'invalid access to map value, value_size=4 off=0 size=8',
    ],
    ['r1 = 1\ncall bpf_map_lookup_elem\nexit', 'R1 type=scalar expected=map_ptr'],
    ['call 999\nexit', 'invalid func unknown#999'],
    ['r0 = 0', 'last insn is not an exit or jmp'],
    ['goto +5\nexit', 'jump out of range from insn 0 to 6'],
    ['a: goto a\nexit', 'The program does not end within 10000 steps'],
    ['a: call local a\nexit', 'the call stack of 9 frames is too deep !'],
    ['r1 = 1\ncall bpf_ktime_get_ns\nr0 = r1\nexit', 'R1 !read_ok'],
  ])('%j', (text, fault) => {
    expect(answerOf(text, 'xdp', '45 00 00 04')).toBe(fault)
  })
})

test('steps are kept up to a limit, and all are counted', () => {
  const { steps, count, times } = ran('r0 = 1000\na: r0 += -1\nif r0 != 0 goto a\nexit')
  expect([steps.length, count, times]).toEqual([200, 2002, [1, 1000, 1000, 1]])
})
