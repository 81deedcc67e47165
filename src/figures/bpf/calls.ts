/** What the kernel's functions do. No clock and no chance: the same values in every build. */

import { HELPERS, helperNamed } from './helpers.ts'
import { hexOf } from './hex.ts'
import { BpfFault, type Machine } from './machine.ts'
import { lookUp, remove, update } from './maps.ts'
import type { LiveMap } from './memory.ts'

export interface Kernel {
  readonly maps: readonly LiveMap[]
  /** what `bpf_redirect` answers: the verdict of that name */
  readonly redirect: bigint
  /** how many steps there were: the clock */
  readonly steps: number
  /** what the last random number was */
  random: number
}

/** The time before the first step, in nanoseconds. */
const START = 1_000_000_000n

/** Calls the function of that number: its answer is in r0, and r1 to r5 may not be read after. */
export function callHelper(machine: Machine, number: number, kernel: Kernel, isLenient: boolean): void {
  const answer = answerOf(machine, number, kernel)
  for (let register = 1; register <= 5; register++) if (!isLenient) machine.isSet[register] = false
  machine.set(0, BigInt.asUintN(64, answer))
  machine.isNoEntry[0] = number === HELPERS.bpf_map_lookup_elem && answer === 0n
}

function answerOf(machine: Machine, number: number, kernel: Kernel): bigint {
  switch (number) {
    case HELPERS.bpf_map_lookup_elem: {
      const live = mapIn(machine, kernel)
      return lookUp(live, machine.bytesAt(2, live.map.keySize))
    }
    case HELPERS.bpf_map_update_elem: {
      const live = mapIn(machine, kernel)
      const key = machine.bytesAt(2, live.map.keySize)
      const value = machine.bytesAt(3, live.map.valueSize)
      const answer = update(live, key, value, machine.get(4))
      if (answer === 0n) machine.changedMemory.push({ place: entryText(live, key), bytes: hexOf(value) })
      return answer
    }
    case HELPERS.bpf_map_delete_elem: {
      const live = mapIn(machine, kernel)
      const key = machine.bytesAt(2, live.map.keySize)
      const answer = remove(live, key)
      if (answer === 0n) machine.changedMemory.push({ place: entryText(live, key), bytes: 'gone' })
      return answer
    }
    case HELPERS.bpf_ktime_get_ns:
      return START + BigInt(kernel.steps)
    case HELPERS.bpf_trace_printk:
      return machine.get(2)
    case HELPERS.bpf_get_prandom_u32:
      return random(kernel)
    case HELPERS.bpf_get_smp_processor_id:
      return 0n
    case HELPERS.bpf_redirect:
      return kernel.redirect
    default:
      throw new BpfFault(
        `invalid func ${helperNamed(number) ?? 'unknown'}#${number}`,
        `there are ${Object.keys(HELPERS).join(', ')}`,
      )
  }
}

const entryText = ({ map }: LiveMap, key: Uint8Array): string => `${map.name}[${hexOf(key)}]`

function mapIn(machine: Machine, { maps }: Kernel): LiveMap {
  const value = machine.get(1)
  const live = maps.find(({ handle }) => handle.base === value)
  if (live === undefined)
    throw new BpfFault('R1 type=scalar expected=map_ptr', 'put a map into r1: `r1 = hits ll`')
  return live
}

/** A generator of 32 bits: the multiplier and increment of Numerical Recipes. */
function random(kernel: Kernel): bigint {
  kernel.random = (Math.imul(kernel.random, 1664525) + 1013904223) >>> 0
  return BigInt(kernel.random)
}
