/** Code blocks as figures, through the real build. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { figureOf } from '../../src/bundled/figures/fence.ts'
import { runIn } from '../cli/host.ts'
import { buildWith } from '../plugins/site.ts'
import { makeSite } from '../site-maker.ts'

const SETTINGS = [['plugins', ['figures', 'references']]] as const

const page = (body: string, front = ''): string | undefined =>
  buildWith({ 'a.md': `---\n${front}---\n${body}` }, undefined, [...SETTINGS]).output('a.html')

const UDP = '```packet\ninclude udp\n```\n'

test('a figure has its drawing, its words, its caption and its number', () => {
  const html = page(
    `{% figure_ref fig-udp %}\n\n${UDP}{: #fig-udp .wide caption="A <header>" credit="Drawing: Ada"}\n`,
  )!
  expect(html).toContain('<a class="ref" href="#fig-udp">Figure 1</a>')
  expect(html).toContain(
    '<figure id="fig-udp" class="figure figure-packet wide">\n<div class="figure-drawing"',
  )
  expect(html).toContain('<td>Destination Port</td>')
  expect(html).toContain(
    'Figure 1:</span> A &lt;header&gt; <small class="attribution-credit">Drawing: Ada</small>',
  )
})

test('caption, id and credit may stand in the figure', () => {
  for (const markdown of ['kramdown', 'CommonMark']) {
    const text = '```packet\nid: fig-a\ncaption: All of it\ncredit: Ada\n16 A\n```\n'
    const { output } = buildWith({ 'a.md': `---\n---\n${text}` }, undefined, [
      ...SETTINGS,
      ['markdown', markdown],
    ])
    expect(output('a.html')).toContain('<figure id="fig-a" class="figure figure-packet">')
    expect(output('a.html')).toMatch(/<figcaption>.*All of it <small/)
  }
})

test('the source of icons is named once in a page, below the first figure with one', () => {
  const one = '```topology\nserver a\n```\n\n'
  const captioned = `${one.trimEnd()}\n{: caption="Two"}\n\n`
  for (const [first, second] of [
    [one, captioned],
    [captioned, one],
    [one, one],
  ]) {
    const html = page(`${UDP}\n${first}${second}`)!
    expect(html.match(/<small class="attribution-credit figure-source"><a href="https:/g)).toHaveLength(1)
    expect(html.match(/<figcaption>/g)).toHaveLength(first === second ? 1 : first === captioned ? 1 : 2)
    expect(html.match(/<\/figure>/g)).toHaveLength(3)
    expect(html.match(/<\/figcaption>\n<\/figure>/g)).toHaveLength(html.match(/<figcaption>/g)!.length)
  }
})

test('a program is code where it does not run, and a drawing with its steps where it does', () => {
  const shown = page('```bpf\nr0 = 2 # <b>\nexit\n```\n')!
  expect(shown).toContain(
    '<div class="language-bpf highlighter-rouge"><div class="highlight"><pre class="highlight"><code>' +
      '<span class="nv">r0</span> <span class="o">=</span> <span class="mi">2</span> ' +
      '<span class="c1"># &lt;b&gt;</span>\n<span class="k">exit</span>\n</code></pre></div></div>',
  )
  expect(shown).not.toContain('<svg')
  const ran = page('```bpf\nrun: xdp\nr0 = 2\nexit\n```\n')!
  expect(ran).toContain('XDP_PASS (2) after 2 steps</text>')
  expect(ran).toContain('<td>r0 = 2</td>')
})

test('a program is run anew when its capture changes', async () => {
  const { root, put, read } = makeSite()
  const header = 'd4c3b2a1020004000000000000000000000004000100000000000000000000000100000001000000'
  const capture = (byte: string): Uint8Array => Buffer.from(header + byte, 'hex')
  const program = 'run: xdp\npcap: a.pcap\nr2 = *(u32 *)(r1 + 0)\nr0 = *(u8 *)(r2 + 0)\nexit'
  put({ '_config.yml': 'plugins: [figures]\n', 'a.md': `---\n---\n\`\`\`bpf\n${program}\n\`\`\`\n` })
  const verdictWith = async (byte: string): Promise<string | undefined> => {
    put({ 'a.pcap': capture(byte) })
    expect((await runIn(root, ['build', '-q'])).code).toBe(0)
    return /XDP_[A-Z]+ /.exec(read('_site/a.html'))?.[0]
  }
  expect([await verdictWith('01'), await verdictWith('02')]).toEqual(['XDP_DROP ', 'XDP_PASS '])
  const again = read('_site/a.html')
  fs.rmSync(path.join(root, '.jekyll-cache'), { recursive: true, force: true })
  fs.rmSync(path.join(root, '_site'), { recursive: true })
  await verdictWith('02')
  expect(read('_site/a.html')).toBe(again)
})

test('the words have a heading in the language of the page', () => {
  expect(page(UDP)).toContain('<summary class="figure-words-title">In words</summary>')
  expect(page(UDP, 'lang: de\n')).toContain('<summary class="figure-words-title">In Worten</summary>')
})

test('without the plugin it is the code block that Jekyll prints', () => {
  const { output } = buildWith({ 'a.md': `---\n---\n${UDP}` }, undefined, [])
  expect(output('a.html')).toBe('<pre><code class="language-packet">include udp\n</code></pre>\n')
})

test('what is wrong stands in the place of the figure, and in a warning with its place', () => {
  const body = 'one\n\n* two\n\n  ```packet\n  16 A\n  8 B tnit=mark\n  ```\n'
  const { result, output } = buildWith({ 'a.md': `---\n---\n${body}` }, undefined, [...SETTINGS])
  expect(output('a.html')).toContain(
    '<li>2:5 Unknown attribute &quot;tnit&quot;: did you mean &quot;tint&quot;?: write &quot;tint&quot;</li>',
  )
  const [warning] = result.diagnostics
  expect(warning?.message).toBe('Figure: Unknown attribute "tnit": did you mean "tint"? (a.md:9:7)')
  const included = buildWith(
    { 'a.md': '---\n---\n{% include f.md %}', '_includes/f.md': '```packet\n8 B tnit=mark\n```\n' },
    undefined,
    [...SETTINGS],
  )
  expect(included.result.diagnostics[0]?.message).toMatch(/\? \(a\.md\)$/)
  const { text } = warning!.source!
  expect(text.slice(warning!.span!.start, warning!.span!.end)).toBe('tnit')
  expect(text.slice(0, warning!.span!.start).split('\n')).toHaveLength(9)
})

test('without its package a graph in dot stays code, and a warning has the line that brings it', () => {
  const warned: unknown[] = []
  const block = {
    language: 'dot',
    attributes: new Map<string, string>(),
    path: 'a.md',
    packages: undefined,
    readBytes: () => undefined,
    warn: (message: string, at?: object) => warned.push([message, at]),
  }
  const none = { find: () => undefined }
  expect(figureOf('title: A\ngraph { a -- b }\n', block, none)).toBe(undefined)
  expect(warned).toEqual([
    [
      'Figure: Figures in dot need the package @hpcc-js/wasm-graphviz',
      {
        line: 2,
        column: 1,
        length: 7,
        help: 'add it: npm install --save-dev @hpcc-js/wasm-graphviz',
      },
    ],
  ])
  // What is wrong in any case is a mistake as in other figures.
  expect(figureOf('graph { a.b -- c }\n', block, none)).toContain('figure-faults')
})

test('check reports a figure that cannot be drawn, as an error', async () => {
  const { root, put } = makeSite()
  put({ '_config.yml': 'plugins: [figures]\n', 'a.md': '---\n---\n```packet\nfoo\n```\n' })
  const { code, out, err } = await runIn(root, ['check'])
  expect([code, out + err]).toEqual([1, expect.stringContaining('A figure of a.html could not be drawn')])
  expect(out + err).toContain('warning: Figure: Unknown word "foo" (a.md:4:1)')
})

test('feeds have pictures with words, and the files of these are there', () => {
  const files = {
    '_posts/2024-01-01-a.md': `---\n---\n${UDP}`,
    'feeds/cdata.xml': '---\n---\n<c><![CDATA[{{ site.posts.first.content }}]]></c>',
    'feeds/escaped.xml': '---\n---\n<c>{{ site.posts.first.content | xml_escape }}</c>',
    'feeds/feed.json': '---\n---\n{"content":{{ site.posts.first.content | jsonify }}}',
  }
  const { output } = buildWith(files, undefined, [...SETTINGS, ['url', 'https://a.example']])
  const img =
    /<img src="https:\/\/a\.example\/(figures\/[0-9a-f]{16}\.svg)" width="\d+" height="\d+" alt="UDP header, in rows of 32 bits\. [^"<>]*">/
  const found = img.exec(output('feeds/cdata.xml')!)!
  const plain = (text: string): string =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
  expect(plain(output('feeds/escaped.xml')!)).toContain(found[0])
  expect(JSON.parse(output('feeds/feed.json')!).content).toContain(found[0])
  for (const path of ['cdata.xml', 'escaped.xml', 'feed.json'])
    expect(output(`feeds/${path}`)).not.toContain('svg xmlns')
})

test('the files of pictures in feeds', async () => {
  const { root, put, read } = makeSite()
  put({
    '_config.yml': 'plugins: [figures, jekyll-feed]\nurl: https://a.example\n',
    '_posts/2024-01-01-a.md': `---\n---\n${UDP}`,
  })
  expect((await runIn(root, ['build', '-q'])).code).toBe(0)
  const [, file] = /src="https:\/\/a\.example\/(figures\/[0-9a-f]{16}\.svg)"/.exec(read('_site/feed.xml'))!
  expect(read(`_site/${file}`)).toMatch(/^<svg .*<\/desc><style>svg\{--whirl-ink:#[0-9a-f]{6}.*<\/svg>\n$/s)
})

test('a page is drawn anew when its capture is another, and only then', async () => {
  const { root, put, read } = makeSite()
  const capture = (name: string): Uint8Array =>
    fs.readFileSync(path.join(import.meta.dirname, '../figures/captures', name))
  const build = async (destination: string, ...flags: readonly string[]): Promise<string> => {
    const { code, err } = await runIn(root, ['build', '-q', '-d', destination, ...flags], {
      SOURCE_DATE_EPOCH: '1800000000',
    })
    expect([code, err.replace(/^[\s\S]*Figure: There is no file/, 'none')]).toEqual([
      0,
      expect.stringMatching(/^(none|$)/),
    ])
    return read(`${destination}/a.html`)
  }
  put({
    '_config.yml': 'plugins: [figures]\n',
    'a.md': '---\n---\n```packet\npcap: /caps/x.pcap frame=3\n```\n',
    'b.md': '---\n---\n```packet\ninclude udp\n```\n',
  })
  const pages: string[] = []
  for (const name of [undefined, 'tunnels.pcap', 'loopback.pcap', 'loopback.pcap']) {
    if (name !== undefined) put({ 'caps/x.pcap': capture(name) })
    const again = await build('again')
    expect(again).toBe(await build('clean', '--disable-disk-cache'))
    pages.push(again)
  }
  expect(new Set(pages).size).toBe(3)
  expect(pages[0]).toContain('There is no file &quot;/caps/x.pcap&quot;')
  expect(pages[1]).toContain('VXLAN: VNI')
})

test('a graph is drawn anew when the site brings a Graphviz of its own', async () => {
  const { root, put, read } = makeSite()
  const build = async (destination: string, ...flags: readonly string[]): Promise<string> => {
    expect((await runIn(root, ['build', '-q', '-d', destination, ...flags])).code).toBe(0)
    return read(`${destination}/a.html`)
  }
  const engine = (version: string): void =>
    put({
      'node_modules/@hpcc-js/wasm-graphviz/package.json': JSON.stringify({
        version,
        type: 'module',
        exports: { '.': { default: `./v${version}.js` } },
      }),
      [`node_modules/@hpcc-js/wasm-graphviz/v${version}.js`]: `export const Graphviz = { load: async () => ({ layout: () => 'told by ${version}' }) }`,
    })
  put({ '_config.yml': 'plugins: [figures]\n', 'a.md': '---\n---\n```dot\ngraph { a -- b }\n```\n' })
  const told: (string | undefined)[] = []
  for (const version of [undefined, '1.0.0', '1.0.0']) {
    if (version !== undefined) engine(version)
    const again = await build('again')
    expect(again).toBe(await build('clean', '--disable-disk-cache'))
    told.push(/Graphviz: told by ([\d.]+)/.exec(again)?.[1] ?? /<svg/.exec(again)?.[0])
  }
  // The first is the program's own, which the tests have.
  expect(told).toEqual(['<svg', '1.0.0', '1.0.0'])
})
