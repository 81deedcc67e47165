/** Makes a small random site out of everything that sites use. */
import { CLOCK, command } from './commands.mjs'
import { DATA } from './data-files.mjs'
import { PLUGINS } from './plugin-options.mjs'
import { COLLECTION, EXTENSIONS, FRONT, KRAMDOWN, NAMES, SETTINGS, STATIC } from './site-values.mjs'
import { sass } from './styles.mjs'
import { bodyOf, output, titleLine } from './text.mjs'
import { anyValue, someKeys, TEXTS, valueFor } from './yaml-values.mjs'

/** @typedef {import('./builders.mjs').SweepSite} SweepSite */
/** @typedef {import('./random.mjs').Random} Random */

/** @param {Random} random @returns {SweepSite} */
export function makeSite(random) {
  const site = {
    files: {},
    args: [],
    config: [],
    layouts: [],
    includes: [],
    posts: [],
    plugins: new Set(),
    front: {},
    bodies: [],
    layoutBodies: [],
  }
  const some = (percent, feature) => random.often(percent) && feature(random, site)
  settings(random, site)
  some(45, plugins)
  some(70, includes)
  some(80, layouts)
  some(40, collections)
  some(40, data)
  some(80, posts)
  some(15, drafts)
  pages(random, site)
  some(40, staticFiles)
  some(20, (...given) => sass(...given, someKeys))
  some(35, defaults)
  some(35, command)
  const config = [...oncePerKey(site.config), CLOCK]
  if (site.plugins.size > 0) config.push(`plugins: [${[...site.plugins].join(', ')}]`)
  return { files: { '_config.yml': `${config.join('\n')}\n`, ...site.files }, args: site.args }
}

/** Lines of settings without those of a key that comes again: YAML readers see keys given twice differently. */
function oncePerKey(lines) {
  const settings = []
  for (const line of lines)
    if (/^\s/.test(line)) settings.at(-1).push(line)
    else settings.push([line])
  const keyOf = ([line]) => line.split(':')[0]
  return settings
    .filter((one, index) => settings.findLastIndex((other) => keyOf(other) === keyOf(one)) === index)
    .flat()
}

function settings(random, site) {
  site.config.push(...someKeys(random, SETTINGS, 5, { wrong: 4 }))
  if (random.often(35))
    site.config.push('kramdown:', ...someKeys(random, KRAMDOWN, 3, { indent: '  ', wrong: 3 }))
  if (random.often(8))
    site.config.push(
      'liquid:',
      `  ${random.pick(['strict_variables: true', 'strict_filters: true', 'error_mode: strict', 'error_mode: lax', 'error_mode: warn'])}`,
    )
}

function plugins(random, site) {
  for (const [gem, { key, options, always, site: settingsOf, front, body, layoutBody }] of random.some(
    Object.entries(PLUGINS),
    3,
  )) {
    // both take `paginate`'s place
    if (gem === 'jekyll-paginate' && site.plugins.has('jekyll-paginate-v2')) continue
    if (gem === 'jekyll-paginate-v2' && site.plugins.has('jekyll-paginate')) continue
    site.plugins.add(gem)
    if (key !== undefined) {
      const lines = someKeys(random, options, 4, { indent: '  ', wrong: 6 })
      if (random.often(3)) site.config.push(`${key}: ${anyValue(random)}`)
      else if (lines.length > 0) site.config.push(`${key}:`, ...lines)
    }
    if (settingsOf !== undefined)
      site.config.push(
        ...someKeys(random, settingsOf, 4, { wrong: 6 }).filter(
          (line) => !site.config.some((other) => other.split(':')[0] === line.split(':')[0]),
        ),
      )
    site.config.push(...(always ?? []).map((lines) => random.pick(lines)).filter((line) => line !== ''))
    Object.assign(site.front, front)
    site.bodies.push(...(body ?? []))
    site.layoutBodies.push(...(layoutBody ?? []))
  }
}

function includes(random, site) {
  const count = 1 + random.below(2)
  for (let i = 0; i < count; i++) {
    const name = random.pick([`i${i}.html`, `sub/i${i}.html`, `i${i}.md`])
    site.files[`_includes/${name}`] =
      `${random.pick(['[{{ include.p }}]', '{{ include | inspect }}', '', output(random)])}${bodyOf(random, site, { atMost: 2, lists: 10 })}${random.pick(['', '\n'])}`
    site.includes.push(name)
  }
  // one that includes itself, now and then
  if (random.often(3)) {
    const [name] = site.includes
    site.files[`_includes/${name}`] += `{% include ${random.pick(site.includes)} %}`
  }
}

function layouts(random, site) {
  for (const name of random.pick([
    ['default'],
    ['default', 'post'],
    ['l0', 'l1'],
    ['default', 'page', 'post', 'l0'],
    ['archive', 'l0'],
  ])) {
    const parent = site.layouts.length > 0 && random.often(50) ? [`layout: ${random.pick(site.layouts)}`] : []
    const front = [...parent, ...someKeys(random, { x: TEXTS, title: TEXTS }, 1)]
    const head =
      front.length > 0 || random.often(30) ? `---\n${front.map((line) => `${line}\n`).join('')}---\n` : ''
    const content =
      site.layoutBodies.length > 0 && random.often(50) ? random.pick(site.layoutBodies) : '{{ content }}'
    const own = random.pick([
      '',
      '{{ page.title }}',
      '{{ layout.x }}',
      ...site.bodies,
      bodyOf(random, site, { markdown: false, atMost: 1 }),
    ])
    site.files[`_layouts/${name}.html`] = `${head}<${name}>${own}${content}</${name}>\n`
    site.layouts.push(name)
  }
  // a ring of layouts, and one of front matter that cannot be read
  const [first] = site.layouts
  if (random.often(3))
    site.files[`_layouts/${first}.html`] = `---\nlayout: ${random.pick(site.layouts)}\n---\n{{ content }}`
  if (random.often(2)) site.files[`_layouts/${first}.html`] = '---\nx: [\n---\n{{ content }}'
}

function collections(random, site) {
  const labels = random.pick([
    ['things'],
    ['things', 'docs'],
    ['things', 'Big_Ones'],
    ['things', 'pages'],
    ['things', 'data'],
    ['things', 'a b'],
    ['things', 'posts'],
    ['things', 'title'],
  ])
  if (random.often(15)) site.config.push(`collections: [${labels.join(', ')}]`)
  else {
    site.config.push('collections:')
    for (const label of labels) {
      const lines = someKeys(random, COLLECTION, 3, { indent: '    ', wrong: 3 })
      site.config.push(`  ${label}:${lines.length > 0 ? '' : random.pick([' {}', ''])}`, ...lines)
    }
  }
  for (const label of labels)
    for (const name of random.some(
      ['a.md', 'b.md', 'sub/c.md', '2020-01-02-dated.md', 'd.html', 'e.txt', 'f.json', 'index.md'],
      4,
    ))
      page(random, site, `_${label}/${name}`, { frontless: /txt|json/.test(name) ? 60 : 5 })
}

function data(random, site) {
  for (const [name, texts] of random.some(Object.entries(DATA), 4))
    site.files[`_data/${name}`] = random.pick(texts)
}

function posts(random, site) {
  const count = 1 + random.below(4)
  for (let i = 0; i < count; i++) {
    const day = random.pick([
      '2020-01-02',
      '2020-1-2',
      '2019-12-31',
      '2021-03-04',
      '2020-01-02',
      '2030-01-01',
      '2020-02-29',
      random.often(5) ? random.pick(['2020-13-45', '2020-02-30', '20-01-02', '2020-00-01']) : '2018-05-06',
    ])
    const folder = random.often(20) ? random.pick(['cat/', 'a/b/', 'Ünï/']) : ''
    const name = `${folder}_posts/${random.often(8) ? 'deep/' : ''}${day}-${random.pick(NAMES)}.${random.pick(EXTENSIONS)}`
    page(random, site, name, { frontless: 3, lists: 8 })
    site.posts.push(name)
  }
}

function drafts(random, site) {
  page(
    random,
    site,
    `${random.often(15) ? random.pick(['cat/', 'sub/']) : ''}_drafts/${random.pick([...NAMES, '2020-01-02-dated-draft'])}.md`,
    {
      frontless: 3,
      lists: 8,
    },
  )
  if (random.often(60)) site.args.push(random.pick(['--drafts', '-D']))
}

function pages(random, site) {
  page(random, site, random.pick(['index.html', 'index.md']), { frontless: 2, lists: 60 })
  for (const name of random.some(
    [
      'p0.md',
      'sub/a.md',
      'sub/index.html',
      'about.html',
      'feed2.xml',
      'data.json',
      'noext',
      'style.css',
      'x.y.md',
      'a b.md',
      'README.md',
      'sub/README.md',
      '404.html',
      'script.js',
      '_hidden/h.md',
      '.well/k.txt',
      'b.bak',
      'p.txt',
      'LICENSE.md',
      'up.HTML',
      'q.mkd',
      'keep/k.html',
    ],
    4,
  ))
    page(random, site, name, { frontless: 20 })
}

/** A file with front matter (all but `frontless` percent) and a text. */
function page(random, site, name, { frontless, lists }) {
  const text = [bodyOf(random, site, { markdown: /\.(md|markdown|mkd)$/.test(name), lists })]
  if (site.bodies.length > 0 && random.often(30)) text.splice(random.below(2), 0, random.pick(site.bodies))
  if (random.often(frontless)) {
    site.files[name] = text.join('\n\n')
    return
  }
  const lines = [
    ...(random.often(60) ? [titleLine(random)] : []),
    ...(random.often(60)
      ? [
          `layout: ${valueFor(random, site.layouts.length > 0 ? [...site.layouts, 'none', 'nil', 'nosuch'] : ['default', 'none'], 2)}`,
        ]
      : []),
    ...someKeys(random, { ...FRONT, ...site.front }, 3, { wrong: 8 }),
  ]
  // a key given twice is what YAML readers see differently
  const once = lines.filter(
    (line, index) => lines.findIndex((other) => other.split(':')[0] === line.split(':')[0]) === index,
  )
  const end = random.pick(['\n', '\n', '\r\n'])
  site.files[name] = `---\n${once.map((line) => `${line}\n`).join('')}---\n${text.join('\n\n')}\n`.replaceAll(
    '\n',
    end,
  )
}

function staticFiles(random, site) {
  for (const [name, text] of random.some(Object.entries(STATIC), 4)) site.files[name] ??= text
}

function defaults(random, site) {
  site.config.push('defaults:')
  const count = 1 + random.below(2)
  for (let i = 0; i < count; i++) {
    site.config.push(
      `  - scope: {path: ${random.pick(['""', 'sub', '_posts', '"*.md"', 'sub/*', '_things', 'p0.md', '"**/*.md"', 'cat/', '/sub', 'coll', '_drafts', 'nosuch'])}${random.pick(['', ', type: posts', ', type: pages', ', type: things', ', type: drafts', random.often(10) ? ', type: 1' : ', type: ""', ', type: nosuch'])}}`,
    )
    site.config.push(
      '    values:',
      `      ${random.pick([...someKeys(random, { ...FRONT, ...site.front }, 1), `layout: ${random.pick([...site.layouts, 'null'])}`, 'x: dflt', `permalink: ${random.pick(COLLECTION.permalink)}`])}`,
    )
  }
}
