/** Style sheets are compiled before their turn, and documents rendered meanwhile: nothing else may show it. */
import { beforeEach, expect, test, vi } from 'vitest'
import { BuildError, zoneFor } from '../../src/base/index.ts'
import { buildTime, memoryOutput } from '../../src/builder/index.ts'
import { buildSite, definePlugin } from '../../src/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'

const { seen } = vi.hoisted(() => ({ seen: { started: 0, ended: 0, compiled: 0, meanwhile: 0 } }))

/** A compiler that is at work for as long as there is something else to do. */
vi.mock('../../src/base/require.ts', async (original) => {
  const actual = await original<typeof import('../../src/base/require.ts')>()
  return {
    ...actual,
    requirePackage(name: string) {
      const found = actual.requirePackage<typeof import('sass-embedded')>(name)
      if (!name.startsWith('sass-embedded')) return found
      const initCompiler = () => {
        const compiler = found.initCompiler()
        const child: { meanwhile: (() => boolean) | undefined } = { meanwhile: undefined }
        seen.started++
        return {
          process: child,
          compileString(...asked: Parameters<typeof compiler.compileString>) {
            seen.compiled++
            while (child.meanwhile?.()) seen.meanwhile++
            return compiler.compileString(...asked)
          },
          dispose() {
            seen.ended++
            compiler.dispose()
          },
        }
      }
      return { ...found, initCompiler }
    },
  }
})

beforeEach(() => {
  Object.assign(seen, { started: 0, ended: 0, compiled: 0, meanwhile: 0 })
})

const SITE = {
  '_posts/2001-01-01-a.md': '---\n---\n*a*\n',
  '_posts/2001-01-02-b.md': '---\n---\n{% capture x %}x { y: z }{% endcapture %}{{ x | scssify }}\n',
  'a.scss': '---\nc: red\n---\n@warn "careful";\na { color: {{ page.c }} }\n',
  'c.scss': '---\n---\n@import "p";\n',
  '_sass/_p.scss': 'p { q: r }\n',
  'b.html': '---\n---\n{{ site.posts.size }}\n',
}

function build(files: Readonly<Record<string, string>>, compat: string, more = {}) {
  const tree = memoryTree(new Map(Object.entries(files)))
  const zone = zoneFor('UTC')
  const overrides = new Map(Object.entries({ source: tree.root, destination: `${tree.root}/_site`, compat }))
  const { config } = configFrom(new Map(), overrides, { cwd: tree.root, zone })
  const output = memoryOutput()
  const rendered: string[] = []
  const note = (topic: string, path: string): number => (topic === 'Rendering:' ? rendered.push(path) : 0)
  let failure: unknown
  let diagnostics: BuildError['diagnostics'] = []
  try {
    ;({ diagnostics } = buildSite({
      config,
      tree,
      time: buildTime('1000000000', zone),
      output,
      note,
      ...more,
    }))
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    failure = error
    diagnostics = error.diagnostics
  }
  return { rendered, output: output.contents, messages: diagnostics.map(({ message }) => message), failure }
}

/** The same build in its plain order: a plugin of the site's own may count what is rendered. */
const inOrder = { plugins: [definePlugin({ name: 'counts' })] }

for (const compat of ['jekyll-4.3', 'jekyll-4.4']) {
  test(`${compat}: documents are rendered while style sheets are compiled, and what comes of it is the same`, () => {
    const ahead = build(SITE, compat)
    expect([seen.meanwhile, seen.compiled]).toEqual([4, 3])
    // The filter in a post has a compiler of its own while the other one is at work.
    expect([seen.started, seen.ended]).toEqual([2, 2])
    seen.meanwhile = 0
    expect(ahead).toEqual(build(SITE, compat, inOrder))
    expect(seen.meanwhile).toBe(0)
    expect(ahead.messages.filter((message) => message.includes('careful'))).toHaveLength(1)
  })

  test(`${compat}: a document that fails meanwhile stops the build as in its turn`, () => {
    const site = { ...SITE, '_posts/2001-01-03-c.md': '---\n---\n{% include no.html %}\n' }
    const ahead = build(site, compat)
    expect(ahead.failure).toBeInstanceOf(BuildError)
    expect([seen.meanwhile, seen.started - seen.ended]).toEqual([2, 0])
    expect(ahead).toEqual(build(site, compat, inOrder))
  })

  test(`${compat}: a style sheet that fails does so in its turn`, () => {
    const site = { ...SITE, 'c.scss': '---\n---\n@import "none";\n' }
    const ahead = build(site, compat)
    expect(ahead.rendered).toContain('b.html')
    expect([ahead.failure instanceof BuildError, seen.started - seen.ended]).toEqual([true, 0])
    expect(ahead).toEqual(build(site, compat, inOrder))
  })
}
