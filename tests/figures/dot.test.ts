/** Graphs in the language of Graphviz, drawn by the real package. */
import { expect, test } from 'vitest'
import { GraphvizEngines } from '../../src/bundled/index.ts'
import { drawFigure, type FigureResult } from '../../src/figures/index.ts'
import { problemsOf } from './geometry.ts'

const engines = new GraphvizEngines()
const engine = (): ((text: string) => string) | undefined => engines.find(undefined)
const draw = (text: string): FigureResult => drawFigure('dot', text, { engine })
const faultsOf = (text: string): string[] =>
  (draw(text).faults ?? []).map(({ line, column, message, help }) => `${line}:${column} ${message}: ${help}`)

const MIXED = `title: All of it
digraph mixed {
  node [shape=box]
  subgraph cluster_a { label="A group of nodes"; wide [label="A long label: WWWW MMMM\\nand a second line"]; small }
  round [style=rounded, label="Round & <plain>"]
  rec [shape=record, label="{first|second|<p> third}"]
  dia [shape=diamond, style=filled, fillcolor=lightblue, color=red]
  two [shape=doublecircle]; dot [shape=point]; text [shape=plaintext]
  mono [fontname="Courier New", fontsize=10]; bold [fontname="Arial Bold"]
  dark [style=filled, fillcolor=black, fontcolor=white]
  wide -> round -> rec:p [label="on the way", style=dashed]
  small -> dia -> two [dir=both, arrowhead=odot, arrowtail=diamond]
  dia -> dot [color=green, penwidth=3]
  "10.0.0.1":e -> text:w
  mono -> bold -> dark [headlabel=head, taillabel=tail]
}`

test('labels lie in their boxes and in the figure, whatever the shape', () => {
  const { figure, faults } = draw(MIXED)
  expect(faults).toBe(undefined)
  expect(problemsOf(figure!.scene)).toEqual([])
  expect(figure!.svg).not.toMatch(/#[0-9a-f]{6}|NaN|undefined/)
  expect(figure!.words).toBe(
    'All of it: 12 nodes, 8 links, 1 group. In A group of nodes: A long label: WWWW MMMM and a second line, small.',
  )
  expect(figure!.alternative).toEqual({ kind: 'list', items: expect.arrayContaining(['small to dia']) })
})

test('the same text gives the same bytes, after other texts and after mistakes', () => {
  const first = draw(MIXED).figure!.svg
  draw('graph { a -- b -- c -- a }')
  draw('digraph { a -> ; }')
  expect(draw(MIXED).figure!.svg).toBe(first)
  const other = new GraphvizEngines().find(undefined)
  expect(drawFigure('dot', MIXED, { engine: () => other }).figure!.svg).toBe(first)
})

test('names that Graphviz would split are told, those in quotes are not', () => {
  expect(faultsOf('title: T\ngraph {\n  10.0.0.1 -- eth0.100\n  a-b; fe80::1\n}')).toEqual([
    '3:3 "10.0.0.1" is no name without quotes: Graphviz would split it: write `"10.0.0.1"`',
    '3:15 "eth0.100" is no name without quotes: Graphviz would split it: write `"eth0.100"`',
    '4:3 "a-b" is no name without quotes: Graphviz would split it: write `"a-b"`',
    '4:8 "fe80::1" is no name without quotes: Graphviz would split it: write `"fe80::1"`',
  ])
  const fine =
    '# 1.2.3.4\n// a.b\n/* c.d */ graph { "1.2.3.4" -- "e.f":"p":n; a:b:ne--c; d [width=.5, height=2., pos="1,2"]; é }'
  expect(faultsOf(fine)).toEqual([])
})

test('labels in HTML are told with their place', () => {
  expect(faultsOf('digraph {\n  a [label=<<b>x</b>>]\n}')).toEqual([
    '2:12 Labels in HTML are not drawn: write the text in quotes, `label="a\\nb"`; `shape=record` has fields',
  ])
})

test('what Graphviz finds has its line in the figure', () => {
  expect(faultsOf('title: T\n\ndigraph {\n  a -> ;\n}')).toEqual([
    '4:8 Graphviz: syntax error near ";": what is before it is not whole, or a sign stands between',
  ])
  expect(faultsOf('digraph {\n  a -> b')).toEqual([
    '2:1 Graphviz: syntax error: is there a `}` for each `{`?',
  ])
  expect(faultsOf('digraph { "a }')[0]).toMatch(/^1:11 A quote has no end/)
  expect(faultsOf('hello')[0]).toMatch(/^1:1 A figure in dot is one graph/)
  expect(faultsOf('')[0]).toMatch(/^1:1 A figure in dot is one graph/)
  expect(faultsOf(`graph { ${'a '.repeat(2001)} }`)[0]).toMatch(/^1:\d+ The graph has more than 2000 names/)
})

test('without the package the line that brings it is said', () => {
  const { faults } = drawFigure('dot', 'graph { a }')
  expect(faults?.map(({ message, help }) => [message, help])).toEqual([
    [
      'Figures in dot need the package @hpcc-js/wasm-graphviz',
      'add it: npm install --save-dev @hpcc-js/wasm-graphviz',
    ],
  ])
})

test('markup in labels is text, and addresses run nothing', () => {
  const { figure } = draw('graph { a [label="<script>", URL="/a?b&c"] }')
  expect(figure!.svg).toContain('&lt;script&gt;</text>')
  expect(figure!.svg).toContain('<a href="/a?b&amp;c">')
  expect(faultsOf('graph {\n  a [URL="javascript:alert(1)"] }')[0]).toMatch(
    /^2:11 "javascript:" is no address/,
  )
})
