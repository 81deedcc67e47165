import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/index.ts'
import fields from './captures/fields.json' with { type: 'json' }
import tshark from './captures/tshark.json' with { type: 'json' }
import { problemsOf } from './geometry.ts'

const HERE = path.join(import.meta.dirname, 'captures')
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = fields

const file = (name: string): Uint8Array => fs.readFileSync(path.join(HERE, name))

const drawn = (text: string, files: Readonly<Record<string, Uint8Array>> = {}) =>
  drawFigure('packet', text, {
    readFile: (name) => files[name] ?? (fs.existsSync(path.join(HERE, name)) ? file(name) : undefined),
  })

const faultsOf = (text: string, files: Readonly<Record<string, Uint8Array>> = {}): readonly string[] =>
  (drawn(text, files).faults ?? []).map(
    ({ line, column, message, help }) =>
      `${line}:${column} ${message}${help === undefined ? '' : ` (${help})`}`,
  )

/** A value in the form that does not tell in which system it was written: numbers without zeroes in front, by tens. */
function plain(value: string): string {
  return /^(?:0x[0-9a-f]+|\d+)$/.test(value) ? String(BigInt(value)) : value
}

/** What a figure's table has, under tshark's names. */
function valuesIn(text: string): ReadonlyMap<string, string[]> {
  const { figure, faults } = drawn(text)
  if (figure?.alternative?.kind !== 'table') throw new Error(JSON.stringify(faults))
  expect(problemsOf(figure.scene)).toEqual([])
  const values = new Map<string, string[]>()
  let header = ''
  for (const [, , name = '', value = ''] of figure.alternative.rows) {
    const own = Object.keys(NAMES).find((each) => name.startsWith(`${each}: `))
    if (own !== undefined) header = own
    const field = own === undefined ? name : name.slice(own.length + 2)
    const known = NAMES[header]?.[field]
    if (known !== undefined && value !== '') values.set(known, [...(values.get(known) ?? []), value])
  }
  return values
}

/** A message of ICMP quotes the datagram that it is about, which we leave to its data. */
function withoutQuoted(frame: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (frame['icmp.type'] !== '3') return frame
  const own = Object.entries(frame).filter(([name]) => !name.startsWith('udp.'))
  return Object.fromEntries(
    own.map(([name, value]) => [name, name.startsWith('ip.') ? value.split(',')[0]! : value]),
  )
}

describe.each(Object.entries(tshark))('%s', (name, frames: readonly Readonly<Record<string, string>>[]) => {
  test.each(frames.map((frame, i) => [i + 1, frame] as const))(
    'frame %i as tshark reads it',
    (number, frame) => {
      const ours = valuesIn(`pcap: ${name} frame=${number}`)
      const theirs = Object.entries(withoutQuoted(frame)).map(([field, value]) => [
        field,
        value.split(',').map((each) => plain(field === 'tcp.options' ? `0x${each}` : each)),
      ])
      expect(Object.fromEntries([...ours].map(([field, values]) => [field, values.map(plain)]))).toEqual(
        Object.fromEntries(theirs),
      )
    },
  )
})

describe('what is shown', () => {
  const names = (text: string): readonly string[] => {
    const { alternative } = drawn(text).figure!
    return alternative?.kind === 'table'
      ? alternative.rows.map(([, , name, value]) => `${name} ${value}`)
      : []
  }

  test('layers of a choice, and headers that the text includes and changes', () => {
    expect(names('pcap: tunnels.pcap frame=3 layers=vxlan')).toEqual([
      'Flags 0x08',
      'Reserved 0',
      'VNI 5000',
      'Reserved 0',
    ])
    expect(names('pcap: tunnels.pcap frame=3\ninclude ipv4\n  without Version\ninclude ipv4')).toContain(
      'IPv4: Source Address 192.168.1.1',
    )
    expect(names('pcap: tunnels.pcap frame=3\ninclude udp\n  without Source Port\n  Length = many')).toEqual([
      'Destination Port 4789',
      'Length many',
      'Checksum 0x0000',
    ])
  })

  test('data that is encrypted is called so, and a trailer is not passed over', () => {
    expect(names('pcap: tunnels.pcap frame=9 layers=data')).toEqual([
      'ESP, encrypted 00 01 02 03 04 05 06 07 08 09 0a 0b …',
    ])
    expect(names('pcap: any.pcapng frame=4 layers=data')).toEqual([
      'TLS, encrypted 17 03 03 00 05 61 62 63 64 65',
    ])
    expect(names('pcap: tunnels.pcap frame=1 layers=data')[0]).toMatch(/^Data 00 00/)
  })
})

describe('mistakes', () => {
  const changed = (
    name: string,
    change: (bytes: Uint8Array) => Uint8Array,
  ): Readonly<Record<string, Uint8Array>> => ({
    'x.pcap': change(Uint8Array.from(file(name))),
  })
  const set =
    (at: number, ...values: readonly number[]) =>
    (bytes: Uint8Array) => {
      bytes.set(values, at)
      return bytes
    }
  test.each([
    [
      'pcap: none.pcap',
      {},
      '1:7 There is no file "none.pcap" (write its path from the top of the site: `captures/a.pcap`)',
    ],
    ['pcap: loopback.pcap frame=99', {}, '1:27 The capture has no frame 99 (its frames are 1 to 12)'],
    ['pcap: loopback.pcap frame=x', {}, '1:27 Frames are numbers from 1 on (write `frame=3`)'],
    [
      'pcap: loopback.pcap frmae=3',
      {},
      '1:21 Unknown attribute "frmae": did you mean "frame"? (write "frame")',
    ],
    ['pcap: loopback.pcap layers=ipv4,udp', {}, '1:33 Frame 1 has no udp (it has ethernet, ipv4, tcp)'],
    [
      'pcap: loopback.pcap layers=tpc',
      {},
      '1:28 Unknown layer "tpc": did you mean "tcp"? (it has ethernet, ipv4, tcp)',
    ],
    ['pcap: loopback.pcap\ninclude udp', {}, '1:7 Frame 1 has no udp (it has ethernet, ipv4, tcp)'],
    [
      'pcap: x.pcap frame=12',
      changed('loopback.pcap', (bytes) => bytes.subarray(0, -3)),
      '1:20 The file ends within frame 12: it is cut',
    ],
    [
      'pcap: x.pcap',
      changed('loopback.pcap', set(20, 105)),
      '1:7 Frame 1 is of link type 105, which is not read (capture on Ethernet, on the loopback, on `any`, or raw IP)',
    ],
    [
      'pcap: x.pcap',
      changed('loopback.pcap', (bytes) => set(32, 40)(bytes)),
      '1:7 Frame 1 is cut within tcp: 40 of its 74 bytes were captured (say `layers=ethernet,ipv4`)',
    ],
    [
      'pcap: x.pcap',
      { 'x.pcap': new TextEncoder().encode('no capture') },
      '1:7 The file is no capture in pcap or pcapng (convert it: `editcap -F pcapng in out.pcapng`)',
    ],
    [
      'pcap: x.pcap',
      { 'x.pcap': Uint8Array.of(0x1f, 0x8b, 8, 0) },
      '1:7 The capture is compressed (unpack it: `gunzip`)',
    ],
    [
      'pcap: x.pcap',
      { 'x.pcap': new Uint8Array(65 * 1024 * 1024) },
      '1:7 The capture has 65 MB; 64 MB is the most (cut the frame out: `editcap -r big.pcap small.pcap 3`)',
    ],
  ])('%s %#', (text, files, message) => {
    expect(faultsOf(text.replace('\\n', '\n'), files)).toEqual([message])
  })

  test('any bytes and any cut give a figure or a fault', () => {
    const bytes = [...file('any.pcapng'), ...file('tunnels.pcap')]
    let state = 7
    const roll = (sides: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * sides)
    }
    for (let i = 0; i < 300; i++) {
      const source = Uint8Array.from(roll(2) === 0 ? file('any.pcapng') : file('tunnels.pcap'))
      for (let k = roll(6); k >= 0; k--) source[roll(source.length)] = bytes[roll(bytes.length)]!
      const files = { 'x.pcap': source.subarray(0, roll(4) === 0 ? roll(source.length) : source.length) }
      const { figure, faults } = drawn(`pcap: x.pcap frame=${1 + roll(9)}`, files)
      expect(figure === undefined ? faults!.length > 0 : problemsOf(figure.scene)).toEqual(
        figure === undefined ? true : [],
      )
    }
  })
})
