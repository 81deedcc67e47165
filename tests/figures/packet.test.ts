import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/index.ts'
import { HEADERS } from '../../src/figures/packet/headers.ts'
import { problemsOf } from './geometry.ts'

function drawn(text: string) {
  const { figure, faults } = drawFigure('packet', text)
  if (figure === undefined)
    throw new Error(faults.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'))
  return figure
}

const faultsOf = (text: string): string[] =>
  (drawFigure('packet', text).faults ?? []).map(
    ({ line, column, message, help }) =>
      `${line}:${column} ${message}${help === undefined ? '' : ` (${help})`}`,
  )

const namesIn = (text: string): readonly string[] => {
  const { alternative } = drawn(text)
  return alternative?.kind === 'table' ? alternative.rows.map(([bits, , name]) => `${bits} ${name}`) : []
}

test('a field may be called as what objects have by themselves', () => {
  expect(namesIn('8 The constructor\n8 The valueOf *')).toEqual(['0–7 The constructor', '8–15 The valueOf'])
})

describe('known headers', () => {
  test.each(HEADERS.map(({ name }) => name))('%s is drawn, with all in its place', (name) => {
    const figure = drawn(`include ${name}`)
    expect(problemsOf(figure.scene)).toEqual([])
    expect(figure.svg.length).toBeLessThan(12_000)
  })

  test('IPv4 has its fields where RFC 791 has them', () => {
    expect(namesIn('include ipv4')).toEqual([
      '0–3 Version',
      '4–7 IHL',
      '8–13 DSCP',
      '14–15 ECN',
      '16–31 Total Length',
      '32–47 Identification',
      '48–50 Flags',
      '48 Flags: Res',
      '49 Flags: DF',
      '50 Flags: MF',
      '51–63 Fragment Offset',
      '64–71 Time to Live',
      '72–79 Protocol',
      '80–95 Header Checksum',
      '96–127 Source Address',
      '128–159 Destination Address',
      '160– Options',
    ])
  })

  test('are changed by the lines below them', () => {
    const figure = drawn('include udp\n  Destination Port = 53\n  Checksum note="of all"\n  without Length')
    expect(figure.alternative).toMatchObject({
      rows: [
        ['0–15', '16 bits', 'Source Port', '', ''],
        ['16–31', '16 bits', 'Destination Port', '53', ''],
        ['32–47', '16 bits', 'Checksum', '', 'of all'],
      ],
    })
  })
})

describe('fields', () => {
  test('by width, by place, of any length, in groups', () => {
    expect(namesIn('bits: 8\n2 A\n4-7 B\nTail:\n  2B C\n  * D\n  4 E')).toEqual([
      '0–1 A',
      '2–3 unused',
      '4–7 B',
      '8–23 Tail: C',
      '24– Tail: D',
      ' Tail: E',
    ])
  })

  test('the words say what is to be seen', () => {
    expect(drawn('title: Mark\n8 Kind = 7\n0..4B More ?').words).toBe(
      'Mark, in rows of 32 bits. Kind (8 bits) = 7, More (0–4 bytes, optional).',
    )
  })
})

test('a narrow field shows its value behind its name', () => {
  const { svg, scene } = drawn('1 SYN = 1\n1 ACK = 0\n30 Rest = 7')
  expect(svg).toContain('>SYN = 1</text>')
  expect(problemsOf(scene)).toEqual([])
})

test('pictures have a ground, pages have their own', () => {
  const grounds = (['page', 'both', 'light', 'dark'] as const).map((colours) => {
    const { svg } = drawFigure('packet', '8 A', { colours }).figure!
    return /<rect width="100%"[^>]*>/.exec(svg)?.[0]
  })
  expect(grounds).toEqual([
    undefined,
    '<rect width="100%" height="100%" fill="var(--whirl-ground,Canvas)"/>',
    '<rect width="100%" height="100%" fill="#fcfcfe"/>',
    '<rect width="100%" height="100%" fill="#101118"/>',
  ])
})

test('fields of one bit have their names in wide rows, too', () => {
  const { svg, scene } = drawn('bits: 128\n1 SYN\n127 Rest')
  expect(svg).toContain('>SYN</text>')
  expect(problemsOf(scene)).toEqual([])
})

describe('mistakes', () => {
  test.each([
    [
      '16 A\nincldue tcp',
      '2:1 Unknown word "incldue": did you mean "include"? (a line begins with a size (`16`, `6B`, `0-3`, `*`), `include` or `break`; the name of a group ends with a colon)',
    ],
    [
      'widht: 3\n16 A',
      '1:1 Unknown setting "widht" (there are title, caption, id, credit, words, bits, ruler, offsets, pcap)',
    ],
    ['bist: 3\n16 A', '1:1 Unknown setting "bist": did you mean "bits"? (write "bits")'],
    ['0-7 A\n4-9 B', '2:1 Bit 4 is taken by "A" (the next free bit is 8)'],
    ['include tpc', '1:9 Unknown header "tpc": did you mean "tcp"? (write "tcp")'],
    [
      'include tcp\n  Window Size = 3',
      '2:3 Unknown field of TCP "Window Size" (there are Source Port, Destination Port, Sequence Number, Acknowledgment Number, Data Offset, Reserved, CWR, ECE, URG, ACK, PSH, RST, SYN, FIN, Window, Checksum, Urgent Pointer, Options)',
    ],
    ['8 A tnit=mark', '1:5 Unknown attribute "tnit": did you mean "tint"? (write "tint")'],
    ['8 "A', '1:3 A quote has no end (put `"` behind its last word)'],
    ['4 A:\n  3 B\n  3 C', '1:1 The parts have 6 bits, the field 4 bits (write 6, or make them smaller)'],
    ['0 A', '1:1 A field has at least one bit (write how many it has, or take it out)'],
    ['9999999999B A', '1:1 A field has 4294967296 bits at most (write `*` for a field of any length)'],
    ['bits: 1000\n8 A', '1:7 A row has from 1 to 256 bits (write `bits: 32`)'],
    ['', '1:1 The figure has no fields (write a line for each: its bits and its name, `16 Source Port`)'],
  ])('%j', (text, message) => {
    expect(faultsOf(text)).toEqual([message])
  })

  test('all are told at once', () => {
    expect(faultsOf('foo\n0 A\nbar')).toHaveLength(3)
  })

  test('more fields than there may be, and figures that are too high', () => {
    expect(faultsOf('1 A\n'.repeat(2001))).toEqual(['2001:1 The figure has more than 2000 fields'])
    expect(faultsOf('32 A\nbreak\n'.repeat(1000))).toEqual([
      '1:1 The figure is 619 × 34020 pixels; 20000 is the most either way (part it into several figures)',
    ])
  })
})

test('markup in names and notes is text', () => {
  const { svg } = drawn('16 "<script>alert(1)</script>" note="<b>&amp;"')
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
  expect(svg).toContain('&lt;b&gt;&amp;amp;')
})
