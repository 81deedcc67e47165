/** `blocks`: rows as they are written, words from the top, and what is refused. */
import { expect, test } from 'vitest'
import { drawFigure, type Shape } from '../../src/figures/index.ts'
import { problemsOf } from './geometry.ts'

const faultsOf = (text: string): readonly string[] =>
  (drawFigure('blocks', text).faults ?? []).map(({ line, column, message }) => `${line}:${column} ${message}`)

const TEXT = `layer "User space"
  box app "Application"
layer Kernel
  box stack "TCP/IP stack"
    text "IPv4, IPv6"
  row
    box driver Driver
      hook XDP
      hook "tc ingress" tint=good
    box maps "Maps"
      cells Key Value
box nic "NIC"
nic -> driver "DMA"
driver -> stack -> app
driver <-> maps "lookup" step=1
maps <- app
`

test('words and list say layers, boxes, hooks and links', () => {
  const { figure } = drawFigure('blocks', TEXT)
  expect(figure?.alternative).toEqual({
    kind: 'list',
    items: [
      'User space: Application',
      'Kernel: TCP/IP stack (IPv4, IPv6), Driver (hooks XDP and tc ingress) beside Maps (Key | Value)',
      'NIC',
      'NIC to Driver: DMA',
      'Driver to TCP/IP stack',
      'TCP/IP stack to Application',
      'Step 1, Driver and Maps: lookup',
      'Application to Maps',
    ],
  })
  expect(figure?.words).toMatch(/^Block diagram\. User space: Application\. Kernel: .*Application to Maps\.$/)
})

test('rows lie below each other and boxes of a row beside each other, as they are written', () => {
  const { scene } = drawFigure('blocks', TEXT).figure!
  expect(problemsOf(scene)).toEqual([])
  const box = (name: string): Extract<Shape, { shape: 'box' }> =>
    scene.shapes.find(
      (shape): shape is Extract<Shape, { shape: 'box' }> => shape.shape === 'box' && shape.name === name,
    )!
  const [app, stack, driver, maps, nic] = ['b1', 'b2', 'b3', 'b4', 'b5'].map(box)
  const below = (a: typeof app, b: typeof app): boolean => a!.y + a!.height <= b!.y
  expect([
    below(app, stack),
    below(stack, driver),
    below(stack, maps),
    below(driver, nic),
    below(maps, nic),
  ]).toEqual(Array(5).fill(true))
  expect(driver!.x + driver!.width).toBeLessThan(maps!.x)
})

test('mistakes have their places', () => {
  expect(
    faultsOf(
      [
        'layre Kernel',
        'layer A',
        'layer B',
        '  layer C',
        '  box a',
        '    hok XDP',
        '    hook',
        '  a -> b',
        'row',
        'row x',
        '  box b',
        '  box c',
        '  box d',
        '  layer y',
        'box a',
        'box',
        'a -> a',
        'b -> d',
        'b -> e',
        'b -> c step=12345',
      ].join('\n'),
    ),
  ).toEqual([
    '1:1 Unknown word "layre": did you mean "layer"?',
    '2:1 The layer "A" has nothing in it',
    '4:3 A layer lies in no other',
    '6:5 Unknown word "hok": did you mean "hook"?',
    '7:5 `hook` has no text',
    '8:3 A link stands at the left',
    '9:1 A row has no boxes',
    '10:5 A row has no name',
    '14:3 A layer lies in no other',
    '15:1 Two boxes are called "a"',
    '16:1 A box has a name',
    '17:6 "a" leads to itself',
    '18:6 "d" is in the row of "b", with others between them',
    expect.stringMatching(/^19:6 Unknown box "e"/),
    '20:13 A step has four characters at most',
  ])
  expect(faultsOf('')).toEqual(['1:1 The figure has no boxes'])
  const many = Array.from({ length: 9_000 }, (_, i) => `box b${i}`).join('\n')
  expect(faultsOf(many)).toEqual(['101:1 The figure has more than 100 boxes'])
  expect(faultsOf(`box a\nbox b\n${'a -> b\n'.repeat(151)}`)).toEqual([
    '153:1 The figure has more than 150 links',
  ])
})
