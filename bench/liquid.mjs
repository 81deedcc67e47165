// Liquid against liquidjs, one run, the same templates and data, outputs compared first.
//   node bench/liquid.mjs [--posts 1000] [--seconds 2]
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { Liquid } from 'liquidjs'
import { partials, postsOf, templates } from './liquid-templates.mjs'

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : Number(process.argv[at + 1])
}
const seconds = option('seconds', 2)
const posts = option('posts', 1000)

const bundle = path.join(tmpdir(), `whirl-liquid-${process.pid}.mjs`)
await build({
  entryPoints: [path.resolve(import.meta.dirname, '../src/liquid/index.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'error',
})
const { createEngine } = await import(pathToFileURL(bundle).href)
rmSync(bundle)

const data = {
  site: { title: 'A blog', url: 'https://example.org', posts: postsOf(posts) },
  page: postsOf(1)[0],
}
data.content = '<p>text</p>\n'.repeat(200)

const newEngine = () => createEngine({ partials: (name) => partials[name] })
const newRival = () => new Liquid({ templates: partials, cache: true, extname: '' })

/** Milliseconds of one call, the best of many batches, after warming up. */
function time(run) {
  const end = performance.now() + seconds * 250
  while (performance.now() < end) run()
  let best = Infinity
  const stop = performance.now() + seconds * 1000
  let batch = 1
  do {
    const start = performance.now()
    for (let i = 0; i < batch; i++) run()
    const each = (performance.now() - start) / batch
    if (each < best) best = each
    if (each * batch < 20) batch *= 2
  } while (performance.now() < stop)
  return best
}

const show = (ms) => (ms < 1 ? `${(ms * 1000).toFixed(1)} µs` : `${ms.toFixed(2)} ms`)
const rows = []
const nothing = { site: { posts: [] } }
let n = 0
for (const [name, source] of Object.entries(templates)) {
  const ours = newEngine().parse(source)
  const rival = newRival()
  const theirs = rival.parse(source)
  // liquidjs writes &#34; where Ruby writes &quot;.
  const expected = rival.renderSync(theirs, data).replaceAll('&#34;', '&quot;')
  const { output, errors } = ours.render(data)
  if (output !== expected || errors.length > 0) {
    console.error(`${name}: outputs differ`, errors)
    const at = [...output].findIndex((char, index) => char !== expected[index])
    console.error(
      JSON.stringify(output.slice(at - 40, at + 80)),
      JSON.stringify(expected.slice(at - 40, at + 80)),
    )
    process.exitCode = 1
  }
  const engine = newEngine()
  const parser = newRival()
  const results = {
    render: [time(() => ours.render(data)), time(() => rival.renderSync(theirs, data))],
    parse: [time(() => engine.parse(source)), time(() => parser.parse(source))],
    // A comment that differs each time keeps V8 from knowing the code already.
    'parse, compile, render once': [
      time(() => engine.parse(`${source}<!-- ${n++} -->`).render(nothing)),
      time(() => parser.renderSync(parser.parse(`${source}<!-- ${n++} -->`), nothing)),
    ],
  }
  for (const [what, [a, b]] of Object.entries(results))
    rows.push({ template: name, what, whirl: show(a), liquidjs: show(b), ratio: `${(b / a).toFixed(1)}×` })
}
console.table(rows)

// Many templates at once, as a build begins.
const many = Array.from({ length: 200 }, (_, i) => templates.index.replaceAll('post', `post${i}`))
const start = time(() => many.map((source) => newEngine().parse(source).render(nothing)))
const parseAll = time(() => many.map((source) => newRival().parse(source)))
console.log(`200 templates: rendered once ${show(start)}; liquidjs, parsed only ${show(parseAll)}`)

const twice = { site: { ...data.site, posts: postsOf(posts * 2) } }
const index = newEngine().parse(templates.index)
const [one, two] = [time(() => index.render(data)), time(() => index.render(twice))]
console.log(
  `index of ${posts} posts ${show(one)}, of ${posts * 2} posts ${show(two)}: ${(two / one).toFixed(2)}×`,
)
