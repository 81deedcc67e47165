/** What a program runs on: `run: xdp`, `packet: 45 00 …`, `pcap: file.pcap frame=3`, `steps: 500`, `expect: XDP_DROP`. */
import type { DrawContext, FigureText } from '../kind.ts'
import { unknownWord } from '../language/fault.ts'
import type { Setting } from '../language/settings.ts'
import { capturedFrame } from '../packet/capture/capture-setting.ts'
import { bytesOfHex } from './hex.ts'
import { PROGRAM_TYPES, type ProgramType } from './program-types.ts'

export const SETTINGS = ['run', 'packet', 'memory', 'pcap', 'steps', 'expect'] as const

/** Steps unless it is said, and at most. */
const STEPS = 10_000
const MOST_STEPS = 100_000
/** The most bytes that a program is given. */
const MOST_DATA = 65_536

export interface Running {
  readonly type: ProgramType
  readonly data: Uint8Array
  readonly steps: number
  /** the verdict that there must be, or `fault` */
  readonly expect?: Setting
  readonly setting: Setting
}

/** How the program runs; undefined where it does not, or where a setting is wrong, which is told. */
export function readRunning({ settings }: FigureText, context: DrawContext): Running | undefined {
  const setting = settings.get('run')
  if (setting === undefined) {
    for (const name of SETTINGS) {
      const other = settings.get(name)
      if (other !== undefined)
        context.fault({
          message: `"${name}" is for programs that run`,
          span: other.span,
          help: 'write `run: xdp` above it',
        })
    }
    return undefined
  }
  const type = PROGRAM_TYPES.find(({ name }) => name === setting.value)
  if (type === undefined) {
    const names = PROGRAM_TYPES.map(({ name }) => name)
    context.fault(unknownWord({ text: setting.value, span: setting.span }, names, 'kind of program'))
    return undefined
  }
  const data = readData(settings, type, context)
  const steps = readSteps(settings.get('steps'), context)
  if (data === undefined || steps === undefined) return undefined
  const expect = settings.get('expect')
  return { type, data, steps, setting, ...(expect === undefined ? {} : { expect }) }
}

function readSteps(setting: Setting | undefined, context: DrawContext): number | undefined {
  if (setting === undefined) return STEPS
  const steps = /^\d{1,6}$/.test(setting.value) ? Number(setting.value) : 0
  if (steps >= 1 && steps <= MOST_STEPS) return steps
  context.fault({
    message: `There are from 1 to ${MOST_STEPS} steps`,
    span: setting.span,
    help: `write \`steps: ${STEPS}\``,
  })
  return undefined
}

function readData(
  settings: FigureText['settings'],
  type: ProgramType,
  context: DrawContext,
): Uint8Array | undefined {
  const own = type.name === 'memory' ? 'memory' : 'packet'
  const given = ['packet', 'memory', 'pcap'].flatMap((name) => {
    const setting = settings.get(name)
    return setting === undefined ? [] : [{ name, setting }]
  })
  const [first, second] = given
  if (first === undefined) return new Uint8Array(0)
  const { name, setting } = second ?? first
  const fault = (message: string, help: string): undefined => {
    context.fault({ message, span: setting.span, help })
    return undefined
  }
  if (second !== undefined)
    return fault(`There are bytes from "${first.name}" already`, 'take one of them out')
  if (name !== own && name !== 'pcap')
    return fault(`A program of the kind "${type.name}" has no ${name}`, `write \`${own}: …\``)
  const bytes = name === 'pcap' ? capturedFrame(setting, [], context)?.frame.bytes : bytesOfHex(setting.value)
  if (name !== 'pcap' && bytes === undefined)
    return fault('These are no bytes in hexadecimal', 'write two digits for each: `45 00 00 54`')
  if (bytes !== undefined && bytes.length > MOST_DATA)
    return fault(`There are ${bytes.length} bytes; ${MOST_DATA} is the most`, 'give fewer')
  return bytes
}
