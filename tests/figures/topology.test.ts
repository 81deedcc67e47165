/** `topology`: what is drawn of a network, what is said of it, and what is refused. */
import { expect, test } from 'vitest'
import { parseXml } from '../../src/check/xml.ts'
import { drawFigure } from '../../src/figures/index.ts'
import { collisions, overlaps, problemsOf } from './geometry.ts'

const draw = (text: string, files: Readonly<Record<string, string>> = {}) =>
  drawFigure('topology', text, {
    colours: 'both',
    readFile: (path) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
  })
const figureOf = (text: string, files?: Readonly<Record<string, string>>) => {
  const { figure, faults } = draw(text, files)
  expect(faults).toBe(undefined)
  return figure!
}
const faultsOf = (text: string, files?: Readonly<Record<string, string>>): readonly string[] =>
  (draw(text, files).faults ?? []).map(
    ({ line, column, message, help }) => `${line}:${column} ${message} (${help})`,
  )

test('words name groups, paths and links with their ports', () => {
  const { words, alternative } = figureOf(
    'namespace red "netns red"\n  node veth0 address=10.0.0.1,fe80::1\nswitch s "Bridge"\n  port p1 10.0.0.254/24\n' +
      'veth0 -> s:p1 "1 Gb/s"\npath "Ping" veth0 -> s\n',
  )
  expect(words).toBe(
    'Network topology: 2 nodes, 1 link, 1 group. In namespace netns red: veth0. Ping: 1. veth0 to Bridge.',
  )
  expect(alternative).toEqual({
    kind: 'table',
    head: ['Node', 'In', 'Addresses', 'Linked with'],
    rows: [
      ['veth0', 'netns red', '10.0.0.1, fe80::1', 'to Bridge p1 10.0.0.254/24 (1 Gb/s)'],
      ['Bridge', '', 'p1 10.0.0.254/24', 'from veth0 (1 Gb/s)'],
    ],
  })
})

test('a link between groups, or into one, has a route from border to border', () => {
  const { scene } = figureOf(
    'host a\n  rack b "Rack"\n    pc x\ncloud c "Cloud"\n  router y\nx -- y\nb -- c "between"\npc z\nz -- x\n',
  )
  expect(problemsOf(scene)).toEqual([])
  const lines = scene.shapes.filter(({ shape }) => shape === 'line')
  expect(lines.length).toBe(3)
  const boxes = scene.shapes.filter((shape) => shape.shape === 'box')
  const isOnBorder = (point: { readonly x: number; readonly y: number }): boolean =>
    boxes.some(
      ({ x, y, width, height }) =>
        (Math.abs(point.x - x) < 0.1 || Math.abs(point.x - x - width) < 0.1) &&
        point.y >= y &&
        point.y <= y + height,
    )
  for (const line of lines)
    if (line.shape === 'line')
      expect([isOnBorder(line.points[0]!), isOnBorder(line.points.at(-1)!)]).toEqual([true, true])
})

test('a link makes no step aside of a few pixels where it could lead straight', () => {
  const { scene } = figureOf(
    'pc a "Station A"\nswitch s "Stateful switch"\npc b\npc c\na -- s -- b\ns -- c\npath "ARP request" a -> s\npath "ARP reply" s -> a\n',
  )
  const lines = scene.shapes.flatMap((shape) => (shape.shape === 'line' ? [shape.points] : []))
  const steps = lines.flatMap((points) =>
    points.slice(1).map((to, i) => Math.max(Math.abs(to.x - points[i]!.x), Math.abs(to.y - points[i]!.y))),
  )
  expect(lines.length).toBe(5)
  expect(Math.min(...steps)).toBeGreaterThan(7)
  for (const points of lines)
    for (const [i, to] of points.slice(1).entries())
      expect([to.x, to.y]).toContain(to.x === points[i]!.x ? to.x : points[i]!.y)
})

test('nodes are links, to pages alone', () => {
  const { svg } = figureOf('server web "Web" href="/web/?a=1&b=2"\n')
  expect(svg).toContain('role="group"')
  expect(svg).toContain('<a href="/web/?a=1&amp;b=2">')
  expect(faultsOf('server web href=javascript:alert(1)\n')).toEqual([
    '1:17 "javascript:" is no address of a page (write one with https:, or a path: /about/)',
  ])
})

test('markup in names is text', () => {
  const { svg } = figureOf('pc "<script>alert(1)</script>" "</svg><b>&"\ngroup g "<i>"\n  pc b\n')
  expect('fault' in parseXml(svg)).toBe(false)
  expect(svg).not.toMatch(/<script|<b>|<i>/)
})

test("icons of Font Awesome name their source, the site's own do not", () => {
  const own = '<svg viewBox="0 0 10 10"><path class="a" d="M0 0h10v10z"/><path d="M1 1h2"/></svg>'
  expect(figureOf('pc a\nserver b\nnode c icon=docker\n').credits).toEqual([
    {
      text: expect.stringMatching(/^Font Awesome Free \d.*CC BY 4.0$/),
      href: 'https://fontawesome.com/license/free',
    },
  ])
  const { svg, credits } = figureOf('node a icon=img/a.svg\npc b icon=none\n', { 'img/a.svg': own })
  expect(credits).toEqual([])
  expect(svg).toContain('d="M0 0h10v10zM1 1h2"')
  expect(
    faultsOf('node a icon=a.svg\nnode b icon=b.svg\nnode c icon=c.svg\nnode d icon=srever\n', {
      'b.svg': '<svg viewBox="0 0 1 1"><circle/></svg>',
      'c.svg': '<svg viewBox="0 0 1 1"><path d="M0 0<script>"/></svg>',
    }),
  ).toEqual([
    '1:13 The icon "a.svg" cannot be used: it is not there (name an SVG with a viewBox and paths)',
    '2:13 The icon "b.svg" cannot be used: it has no <path> (name an SVG with a viewBox and paths)',
    '3:13 The icon "c.svg" cannot be used: a <path> of it has other letters than those of paths (name an SVG with a viewBox and paths)',
    '4:13 Unknown icon "srever": did you mean "server"? (write "server"; a file of the site ends in .svg)',
  ])
})

test('mistakes have their places', () => {
  expect(
    faultsOf(
      [
        'swich s1',
        'pc a',
        'pc a',
        'a -- a',
        'a -- c',
        'rack r "R"',
        '  pc x',
        '    port eth0',
        'r -- x',
        'a ->',
        'path "p"',
        'path "p" a -> x from=0',
        'x:eht0 -- a style=dotty tint=gren',
        'a -- x "one" -- r',
        'namespace empty',
        'pc deep',
        '  pc deeper',
      ].join('\n'),
    ),
  ).toEqual([
    '1:1 Unknown type "swich": did you mean "switch"? (write "switch")',
    '3:4 Two things are called "a" (give one of them another name)',
    '4:6 "a" leads to itself (take another node)',
    expect.stringMatching(/^5:6 Unknown node "c"/),
    '9:6 "r" leads to what it lies in (take another node)',
    '10:3 A link has a name before and behind its arrow (write `a -- b`, `a -> b` or `a <-> b`)',
    '11:1 A path leads from node to node (write `path "Request" a -> b -> c`)',
    '12:22 Steps are numbered from 1 to 999 (write `from=1`)',
    '13:1 Unknown port "eht0": did you mean "eth0"? (write "eth0")',
    '13:19 Unknown style "dotty" (there are solid, dashed, thick)',
    '13:30 Unknown tint "gren" (there are mark, raised, accent, good, bad)',
    '14:14 A label stands behind all names of its link (write `a -> b "label"`, and names with blanks in quotes)',
    '15:1 The namespace "empty" has nothing in it (indent the lines of its nodes)',
    '17:3 A pc has only ports below it (write `port eth0 10.0.0.1/24`, or take a group: group, host, namespace, rack, cloud)',
  ])
  expect(faultsOf('direction: rigth\npc a\n')).toEqual([
    '1:12 Unknown direction "rigth": did you mean "right"? (write "right")',
  ])
  expect(faultsOf('title: None\n')).toEqual([
    '1:1 The figure has no nodes (write a line for each: `switch s1 "Switch"`)',
  ])
})

test('more than can be looked at is refused before it is laid out', () => {
  const nodes = Array.from({ length: 9_999 }, (_, i) => `pc n${i}`).join('\n')
  expect(faultsOf(nodes)).toEqual([
    '151:1 The figure has more than 150 nodes and groups (part it into several figures)',
  ])
  const linked = (count: number, links: number, place = (_: number) => ''): string =>
    Array.from({ length: count }, (_, i) => `pc n${i}${place(i)}\n`).join('') + 'n0 -- n1\n'.repeat(links)
  const way = (count: number): string =>
    `part it into several figures, or say where each of its ${count} nodes stands: \`at=2,1\``
  expect(faultsOf(linked(2, 101))).toEqual([`103:1 The figure has more than 100 links (${way(2)})`])
  expect(faultsOf(linked(30, 151))).toEqual([`181:1 The figure has more than 150 links (${way(30)})`])
  expect(faultsOf(linked(60, 201))).toEqual([`261:1 The figure has more than 200 links (${way(60)})`])
  const placed = (i: number): string => ` at=${i + 1},1`
  expect(faultsOf(linked(2, 300, placed))).toEqual([])
  expect(faultsOf(linked(2, 301, placed))).toEqual([
    '303:1 The figure has more than 300 links (part it into several figures)',
  ])
  const deep = Array.from({ length: 9 }, (_, i) => `${' '.repeat(i)}rack r${i}`).join('\n')
  expect(faultsOf(`${deep}\n          pc a\n`)).toEqual([
    '7:7 Groups lie within each other more than 6 deep (part it into several figures)',
  ])
})

test('nodes stand where the text says, in columns and rows', () => {
  const { scene } = figureOf(
    'pc a at=1,1\npc b at=3,1\nhost h\n  vm c at=1,2\n  vm d at=2,2\na -- b "over nobody"\na -- c\nb -- d\nc -- d\n',
  )
  expect([problemsOf(scene), overlaps(scene), collisions(scene)]).toEqual([[], [], []])
  const box = (name: string) =>
    scene.shapes.flatMap((shape) => (shape.shape === 'box' && shape.name === name ? [shape] : []))[0]!
  const middle = (name: string) => {
    const { x, y, width, height } = box(name)
    return { x: x + width / 2, y: y + height / 2 }
  }
  const [a, b, c, d] = [middle('n1'), middle('n2'), middle('n4'), middle('n5')]
  expect([a.y, c.y]).toEqual([b.y, d.y])
  expect(a.x).toBe(c.x)
  expect([a.x < d.x, d.x < b.x, a.y < c.y]).toEqual([true, true, true])
  const lines = scene.shapes.flatMap((shape) => (shape.shape === 'line' ? [shape.points.length] : []))
  expect(lines).toEqual([2, 2, 4, 2])
})

test('places that cannot be are told', () => {
  expect(
    faultsOf(
      [
        'pc a at=1,1',
        'pc b',
        'pc c at=1,1',
        'pc d at=0,2',
        'pc e at=1,1,1',
        'pc f at=41,1',
        'rack r "R" at=2,2',
        '  pc g at=2,2',
        '  pc h at=4,3',
        'pc i at=3,2',
        'a -- r',
        'g -- i',
      ].join('\n'),
    ),
  ).toEqual([
    '2:1 "b" has no place, and others have one (write `at=2,1` for each node, or for none)',
    '3:1 "c" and "a" stand in one place (give one of them another than at=1,1)',
    '4:1 "d" has no place, and others have one (write `at=2,1` for each node, or for none)',
    '4:9 A place is a column and a row, from 1 to 40 (write `at=2,1`: the second column, at the top)',
    '5:1 "e" has no place, and others have one (write `at=2,1` for each node, or for none)',
    '5:9 A place is a column and a row, from 1 to 40 (write `at=2,1`: the second column, at the top)',
    '6:1 "f" has no place, and others have one (write `at=2,1` for each node, or for none)',
    '6:9 A place is a column and a row, from 1 to 40 (write `at=2,1`: the second column, at the top)',
    '7:1 "i" stands among the nodes of "r", but is none of them (give it, or them, other places)',
    '7:15 A group stands where its nodes do (write `at=2,1` for each of them)',
    '11:6 "r" is a group: where nodes have places, links lead to nodes (name one that lies in it)',
  ])
  expect(faultsOf('direction: down\npc a at=1,1\n')).toEqual([
    '1:12 `direction` says nothing where nodes have places (take it out, or the places)',
  ])
})

test('long names are broken, endless ones are cut', () => {
  const { width, scene } = figureOf(
    `pc a "${'word '.repeat(60)}" address=${'9'.repeat(3000)}\npc ${'x'.repeat(5000)}\n`,
  )
  expect(problemsOf(scene)).toEqual([])
  expect(width).toBeLessThan(1000)
})
