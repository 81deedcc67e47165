/** Kinds of programs: what they are given, and what their answers are called. */
import { bytesOfNumber } from './hex.ts'
import type { Area, Memory } from './memory.ts'

export interface ProgramType {
  readonly name: string
  /** Puts the data into memory; the values of r1 and r2 at the start, r2 undefined where it has none. */
  start(memory: Memory, data: Uint8Array): readonly [r1: bigint, r2?: bigint]
  /** names of answers; undefined where any number is one */
  readonly verdicts?: ReadonlyMap<number, string>
  /** the verdict that `bpf_redirect` gives */
  readonly redirect: bigint
}

/** A structure of 32-bit fields: by offset in bytes. */
function structure(size: number, fields: Readonly<Record<number, number | bigint>>): Uint8Array {
  const bytes = new Uint8Array(size)
  for (const [at, value] of Object.entries(fields)) bytes.set(bytesOfNumber(BigInt(value), 4), Number(at))
  return bytes
}

const ends = ({ base, bytes }: Area): readonly [bigint, bigint] => [base, base + BigInt(bytes.length)]

/** The number of the interface that packets come in at. */
const INTERFACE = 1

/** `struct xdp_md` of the kernel's `uapi/linux/bpf.h`. */
function xdpContext(memory: Memory, data: Uint8Array): readonly [bigint] {
  const [start, end] = ends(memory.add('packet', data))
  const context = structure(24, { 0: start, 4: end, 8: start, 12: INTERFACE })
  return [memory.add('ctx', context, { isReadOnly: true }).base]
}

/** `struct __sk_buff`: length, protocol, interfaces and the packet's bounds; what else is in it is 0. */
function socketBuffer(memory: Memory, data: Uint8Array): readonly [bigint] {
  const [start, end] = ends(memory.add('packet', data))
  const protocol = data.length < 14 ? 0 : data[12]! | (data[13]! << 8)
  const context = structure(192, {
    0: data.length,
    16: protocol,
    36: INTERFACE,
    40: INTERFACE,
    76: start,
    80: end,
    140: start,
  })
  return [memory.add('ctx', context, { isReadOnly: true }).base]
}

const named = (first: number, names: readonly string[]): ReadonlyMap<number, string> =>
  new Map(names.map((name, i) => [first + i, name]))

export const PROGRAM_TYPES: readonly ProgramType[] = [
  {
    name: 'xdp',
    start: xdpContext,
    verdicts: named(0, ['XDP_ABORTED', 'XDP_DROP', 'XDP_PASS', 'XDP_TX', 'XDP_REDIRECT']),
    redirect: 4n,
  },
  {
    name: 'tc',
    start: socketBuffer,
    verdicts: named(-1, [
      'TC_ACT_UNSPEC',
      'TC_ACT_OK',
      'TC_ACT_RECLASSIFY',
      'TC_ACT_SHOT',
      'TC_ACT_PIPE',
      'TC_ACT_STOLEN',
      'TC_ACT_QUEUED',
      'TC_ACT_REPEAT',
      'TC_ACT_REDIRECT',
    ]),
    redirect: 7n,
  },
  {
    name: 'cgroup-skb',
    start: socketBuffer,
    verdicts: new Map([
      [0, 'dropped'],
      [1, 'let through'],
    ]),
    redirect: 0n,
  },
  {
    name: 'memory',
    start(memory, data) {
      // As in uBPF and the conformance suite: where there is nothing, r1 is 0.
      if (data.length === 0) return [0n, 0n]
      return [memory.add('memory', data).base, BigInt(data.length)]
    },
    redirect: 0n,
  },
]

/** The name of an answer: verdicts are signed numbers of 32 bits. */
export function verdictOf({ verdicts }: ProgramType, answer: bigint): string | undefined {
  return verdicts?.get(Number(BigInt.asIntN(32, answer)))
}
