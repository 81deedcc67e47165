/** Rendering a document changes nothing but what it returns: any document may be rendered at any time, and again. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { BuildError, type Diagnostic } from '../../src/base/index.ts'
import {
  newDiagnostics,
  nothingRendered,
  type Progress,
  type Rendered,
  renderDocument,
  type Shared,
  withNothingStanding,
  withRendered,
} from '../../src/render/index.ts'
import type { Renderable } from '../../src/site/index.ts'
import { readFixtures } from '../fixtures.ts'
import { openSite } from './build-site.ts'

/** A document, what was before it, and what it became. */
interface Step {
  readonly doc: Renderable
  readonly before: Progress
  readonly rendered: Rendered
}

function render(doc: Renderable, shared: Shared, before: Progress): Rendered | undefined {
  try {
    return renderDocument(doc, shared, before)
  } catch (error) {
    if (error instanceof BuildError) return undefined
    throw error
  }
}

/** What `rendered` is, with what it leaves standing made. */
function shown({ standing, ...rendered }: Rendered): unknown {
  const { content, layout, added } = standing ?? {}
  return { ...rendered, standing: [content?.(), layout?.(), added] }
}

/** Renders the site in order, up to the first document that fails. */
function stepsOf(files: ReadonlyMap<string, string>): readonly Step[] {
  const { site, shared } = openSite(files)
  const steps: Step[] = []
  let before = nothingRendered()
  for (const doc of site.renderables.values()) {
    const rendered = render(doc, shared, before)
    if (rendered === undefined) break
    steps.push({ doc, before, rendered })
    before = withRendered(before, rendered)
  }
  return steps
}

/** Documents that read each other: contents, excerpts, cached includes, warnings of a layout, source maps. */
const ENTANGLED = new Map([
  ['_config.yml', 'collections: { notes: { output: true } }\npage_excerpts: true\n'],
  ['_layouts/lax.html', '{{ page.a ! }}{{ content }}|{{ site.related_posts | map: "title" }}'],
  ['_includes/first.html', '<{{ page.title }} of {{ include.n }}>'],
  [
    '_posts/2024-01-01-a.md',
    '---\nlayout: lax\n---\n*a* {% include_cached first.html n=1 %}\n\nrest {{ page.next.excerpt }}',
  ],
  [
    '_posts/2024-01-02-b.md',
    '---\nlayout: lax\n---\n*b* {% include_cached first.html n=2 %}{{ page.previous.content }}\n\nrest',
  ],
  [
    '_notes/n.md',
    '---\n---\n{% for post in site.posts %}{{ post.content }}{{ post.excerpt }}{{ post.output }}{% endfor %}',
  ],
  [
    'about.html',
    '---\nlayout: lax\n---\n{% include_cached first.html n=1 %}{{ site.posts[0].content }}{{ page.content }}',
  ],
  [
    'list.html',
    '---\n---\n{% for p in site.pages %}{{ p.name }}:{{ p.content | size }} {% endfor %}{{ site.notes[0].output }}',
  ],
  ['style.scss', '---\n---\na { b: c }'],
  ['zlast.html', '---\n---\n{% for p in site.pages %}{{ p.name }}:{{ p.content | size }} {% endfor %}'],
])

describe('each document rendered again', () => {
  const folder = path.join(import.meta.dirname, 'sites')
  const sites = readdirSync(folder).flatMap((file) => readFixtures(path.join(folder, file)))
  const cases = sites.map(({ title, sections }): [string, ReadonlyMap<string, string>] => [
    title,
    new Map(Object.entries(sections).filter(([name]) => !/^(?:output .*|log|error)$/.test(name))),
  ])
  test.each([...cases, ['documents that read each other', ENTANGLED] as const])('%s', (_, files) => {
    const steps = stepsOf(files)
    const backwards = steps.toReversed()
    // Where nothing was rendered before, the last one first, then the same once more.
    const { shared } = openSite(files)
    for (const { doc, before, rendered } of [...backwards, ...backwards])
      expect(shown(renderDocument(doc, shared, before))).toEqual(shown(rendered))
  })
})

test('what documents see of each other depends on what was before them, not on what is rendered beside them', () => {
  const steps = stepsOf(ENTANGLED)
  expect(steps).toHaveLength(ENTANGLED.size - 3)
  const { site, shared } = openSite(ENTANGLED)
  const list = [...site.renderables.values()].find((doc) => doc.file.path === 'zlast.html')!
  const alone = renderDocument(list, shared, nothingRendered()).output
  expect(alone).not.toContain('style.css.map')
  expect(steps.at(-1)?.rendered.output).toContain('style.css.map')
})

test('a progress stays what it is when others go on from it', () => {
  const rendered = (id: string, output: string): Rendered => ({
    id,
    output,
    content: output,
    extraFiles: [],
    diagnostics: [],
    left: { excerpts: new Map([['x', output]]), includes: new Map(), warned: new Map([[output, []]]) },
  })
  const one = withRendered(nothingRendered(), rendered('1', 'one'))
  const two = withRendered(one, rendered('2', 'two'))
  const other = withRendered(one, rendered('2', 'other'))
  expect([one, two, other].map((each) => each.rendered('2')?.output)).toEqual([undefined, 'two', 'other'])
  expect([one, two, other].map((each) => each.warned('two'))).toEqual([false, true, false])
  expect([one, two, other].map((each) => each.excerpt('x'))).toEqual(['one', 'one', 'one'])
})

test('warnings given once are given once where two documents could not know of each other', () => {
  const warning: Diagnostic = { code: 'x', severity: 'warning', message: 'of the layout', trail: [] }
  const own: Diagnostic = { ...warning, message: 'its own' }
  const apart = (id: string): Rendered => ({
    id,
    output: '',
    content: '',
    extraFiles: [],
    diagnostics: [warning, own],
    left: { excerpts: new Map(), includes: new Map(), warned: new Map([['layout', [warning]]]) },
  })
  const none = nothingRendered()
  expect(newDiagnostics(none, apart('1'))).toEqual([warning, own])
  expect(newDiagnostics(withRendered(none, apart('1')), apart('2'))).toEqual([own])
})

test('what stays of a document is what its result settles as', () => {
  const settled: Rendered = { id: 'a', output: 'o', content: 'c', extraFiles: [], diagnostics: [] }
  const standing = { content: () => 'stood' }
  const after = withRendered(nothingRendered(), { ...settled, standing, settled: () => settled })
  expect(after.rendered('a')).toBe(settled)
  expect(after.standing.content.value()).toBe('stood')
  const nothing = withNothingStanding(after)
  expect([nothing.rendered('a'), nothing.standing.content.value()]).toEqual([settled, null])
})
