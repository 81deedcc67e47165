/** Pictures in pages: sizes, pairs, galleries, films; on, off, in feeds, and rebuilt. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import {
  imageDimensions,
  isAnimated,
  pictureFormat,
  utcTime,
  type Value,
  zoneFor,
} from '../../src/base/index.ts'
import { memoryOutput } from '../../src/builder/index.ts'
import { buildAndFinish } from '../../src/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

/** The head of a PNG of that size. */
function png(width: number, height: number, more = ''): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, Buffer.from(more, 'hex'), Buffer.from('0000000049444154ae426082', 'hex')])
}

/** The head of a JPEG, on its side where EXIF says so. */
function jpeg(width: number, height: number, orientation = 1): Buffer {
  const exif = Buffer.from(
    'ffe10022457869660000 4d4d002a00000008 0001 0112000300000001 00000000 00000000'.replaceAll(' ', ''),
    'hex',
  )
  exif.writeUInt16BE(orientation, 28)
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from('ffd8', 'hex'), exif, frame])
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"></svg>'

async function built(
  files: Readonly<Record<string, string | Uint8Array>>,
  settings: Readonly<Record<string, Value>> = {},
): Promise<{ page: string; output: (path: string) => string; warnings: readonly string[] }> {
  const own = new Map<Value, Value>(
    Object.entries({ plugins: ['pictures'], disable_disk_cache: true, ...settings }),
  )
  const { config } = configFrom(own, new Map<Value, Value>([['source', '/site']]), {
    cwd: '/',
    zone: zoneFor('UTC'),
  })
  const output = memoryOutput()
  const tree = memoryTree(new Map(Object.entries(files)), '/site')
  const { diagnostics } = await buildAndFinish({ config, tree, time: utcTime(2026, 1, 2), output })
  const text = (at: string): string => String(output.contents.get(at))
  return { page: text('a.html'), output: text, warnings: diagnostics.map(({ message }) => message) }
}

const page = async (body: string, settings: Readonly<Record<string, Value>> = {}): Promise<string> => {
  const files = {
    'a.md': `---\n---\n${body}\n`,
    'a.png': png(300, 200),
    'd ark.png': png(30, 20),
    'i.svg': SVG,
    'p/j.jpg': jpeg(400, 100, 6),
  }
  return (await built(files, settings)).page.trim()
}

describe('sizes', () => {
  test.each([
    ['of a PNG', '![x](/a.png)', '<p><img src="/a.png" alt="x" width="300" height="200" /></p>'],
    ['of a drawing', '![](i.svg)', '<p><img src="i.svg" alt="" width="40" height="10" /></p>'],
    [
      'of a photograph on its side',
      '![](p/../p/j.jpg?v=1)',
      '<p><img src="p/../p/j.jpg?v=1" alt="" width="100" height="400" /></p>',
    ],
    [
      'one side is given',
      '![](a.png){: width="150"}',
      '<p><img src="a.png" alt="" width="150" height="100" /></p>',
    ],
    [
      'the other side',
      '<img src="a.png" alt="" height="20px">',
      '<p><img src="a.png" alt="" height="20px" width="30" /></p>',
    ],
    [
      'a name with a blank',
      '![](<d%20ark.png>)',
      '<p><img src="d%20ark.png" alt="" width="30" height="20" /></p>',
    ],
  ])('%s', async (_, text, html) => {
    expect(await page(text)).toBe(html)
  })

  test.each([
    '![](https://x.example/a.png)',
    '![](//x.example/a.png)',
    '![](data:image/png;base64,AAAA)',
    '![](missing.png)',
    '![](a.png){: width="1" height="2"}',
    '![](a.png){: width="50%"}',
    '<!-- <img src="a.png"> -->',
    '<script>"<img src=a.png>"</script>',
    '`<img src="a.png">`',
  ])('%j stays', async (text) => {
    expect(await page(text)).toBe(await page(text, { plugins: [] }))
  })

  test('none without the plugin, and none where they are off', async () => {
    const plain = '<p><img src="a.png" alt="" /></p>'
    expect(await page('![](a.png)', { plugins: [] })).toBe(plain)
    expect(await page('![](a.png)', { pictures: new Map([['sizes', false]]) })).toBe(plain)
  })

  test('below a base address, and by the whole address', async () => {
    const settings = { baseurl: '/b', url: 'https://a.example' }
    for (const src of ['/b/a.png', 'https://a.example/b/a.png'])
      expect(await page(`![](${src})`, settings)).toContain('width="300"')
    expect(await page('![](/a.png)', settings)).not.toContain('width')
  })

  test('of the file in a layout, and of a collection', async () => {
    const { page: made } = await built(
      {
        'a.md': '---\nlayout: l\n---\n',
        '_layouts/l.html': '<img src="/a.png"><img src="/notes/n.png">',
        'a.png': png(3, 2),
        '_notes/n.png': png(5, 4),
      },
      { collections: new Map([['notes', new Map([['output', true]])]]) },
    )
    expect(made).toBe('<img src="/a.png" width="3" height="2"><img src="/notes/n.png" width="5" height="4">')
  })

  test('what is broken is named with its line, and stops nothing', async () => {
    const heic = Buffer.from('0000001866747970686569630000000068656963', 'hex')
    const { page: made, warnings } = await built({
      'a.md': '---\n---\n\n![](cut.png)\n\n![](no.jpg)\n\n![](h.heic)\n\n![](empty.gif)\n',
      'cut.png': png(3, 2).subarray(0, 18),
      'no.jpg': 'no',
      'h.heic': heic,
      'empty.gif': '',
    })
    expect(made).not.toContain('width')
    expect(warnings).toEqual([
      'a.md:4:5 shows cut.png, which does not say how large it is: it is cut off.',
      'a.md:6:5 shows no.jpg, which is no picture.',
      'a.md:8:5 shows h.heic, which is HEIC: no browser but Safari shows it.',
      'a.md:10:5 shows empty.gif, which is no picture.',
    ])
  })

  test('long texts take time by their length', async () => {
    const texts = [
      '<img '.repeat(40_000),
      '<!--'.repeat(40_000),
      `<img ${' '.repeat(40_000)}`,
      '<svg>'.repeat(40_000),
    ]
    for (const text of texts) expect((await built({ 'a.html': `---\n---\n${text}` })).page).toBe(text)
  })
})

describe('what a file says', () => {
  test('AVIF', () => {
    const avif = Buffer.from(
      '0000001c66747970617669660000000061766966000000000000000000000014697370650000000000000280000001e0',
      'hex',
    )
    expect(imageDimensions(Buffer.concat([avif, Buffer.alloc(24)]))).toEqual({ width: 640, height: 480 })
    expect(pictureFormat(avif)).toBe('avif')
  })

  test('whether it moves', () => {
    const frame = '2c000000000100010000' + '0202440100'
    const gif = (frames: number): Buffer =>
      Buffer.from(`47494638396101000100800000000000ffffff${frame.repeat(frames)}3b`, 'hex')
    expect([isAnimated(gif(1)), isAnimated(gif(2)), isAnimated(gif(9).subarray(0, 25))]).toEqual([
      false,
      true,
      false,
    ])
    expect(isAnimated(png(1, 1, '000000086163544c0000000100000000cafebabe'))).toBe(true)
    expect(isAnimated(png(1, 1))).toBe(false)
  })
})

describe('a pair for light and dark', () => {
  const PAIR =
    '<picture><source data-scheme="dark" media="(prefers-color-scheme: dark)" srcset="d%20ark.png" width="30" height="20">' +
    '<img src="a.png" alt="x" width="300" height="200" /></picture>'

  test('in Markdown', async () => {
    expect(await page('![x](a.png){: dark="d%20ark.png"}')).toBe(`<p>${PAIR}</p>`)
  })

  test('of another site, untouched but for the pair', async () => {
    expect(await page('![x](https://x.example/a.png){: dark="https://x.example/b,c.png"}')).toBe(
      '<p><picture><source data-scheme="dark" media="(prefers-color-scheme: dark)" srcset="https://x.example/b%2Cc.png">' +
        '<img src="https://x.example/a.png" alt="x" /></picture></p>',
    )
  })

  test('feeds have the one picture', async () => {
    const { output } = await built(
      {
        '_posts/2024-01-01-a.md': '---\n---\n![x](/a.png){: dark="/b.png"}\n\n`<img dark="x">`\n',
        'a.png': png(3, 2),
        'b.png': png(3, 2),
        'all.json': '---\n---\n{{ site.posts.first.content | jsonify }}',
        'escaped.xml': '---\n---\n{{ site.posts.first.content | xml_escape }}',
      },
      { plugins: ['pictures', 'jekyll-feed'], url: 'https://a.example' },
    )
    expect(output('feed.xml')).toContain('<img src="/a.png" alt="x" />')
    expect(output('all.json')).toContain('<img src=\\"/a.png\\" alt=\\"x\\" />')
    expect(output('escaped.xml')).toContain('&lt;img src=&quot;/a.png&quot; alt=&quot;x&quot; /&gt;')
    for (const each of ['feed.xml', 'all.json', 'escaped.xml']) {
      expect(output(each)).not.toContain('b.png')
      expect(output(each)).not.toContain('<picture')
      expect(output(each)).toMatch(/dark=(?:\\?"|&quot;|&amp;quot;)x/)
    }
  })
})

describe('AVIF and WebP', () => {
  const FORMATS = { pictures: new Map<Value, Value>([['formats', ['avif', 'webp']]]) }
  /** A small PNG that can be read: 600 × 2 pixels. */
  const REAL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAlgAAAACCAIAAAALjjUzAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAIElEQVRIie3OMQEAAAwCIOMbezE8BglIAeCxrAMA0KED3xF46nNE9KQAAAAASUVORK5CYII=',
    'base64',
  )

  test('of a picture, and of the one for dark colours', async () => {
    const { page: made, output } = await built(
      { 'a.md': '---\n---\n![x](/a.png){: dark="/b.png"}\n', 'a.png': REAL, 'b.png': REAL },
      FORMATS,
    )
    const digest = /a\.png\/([0-9a-f]{16})-480\.avif/.exec(made)?.[1] ?? ''
    const sources = (name: string, more: string): string =>
      ['avif', 'webp']
        .map(
          (format) =>
            `<source${more} type="image/${format}" srcset="/assets/pictures/${name}/${digest}-480.${format} 480w, /assets/pictures/${name}/${digest}-600.${format} 600w" sizes="(min-width: 46rem) 44rem, 100vw" width="600" height="2">`,
        )
        .join('')
    const dark = ' data-scheme="dark" media="(prefers-color-scheme: dark)"'
    expect(made.trim()).toBe(
      `<p><picture>${sources('b.png', dark)}<source${dark} srcset="/b.png" width="600" height="2">${sources('a.png', '')}<img src="/a.png" alt="x" width="600" height="2" /></picture></p>`,
    )
    for (const name of ['a.png', 'b.png'])
      for (const file of ['480.avif', '600.avif', '480.webp', '600.webp'])
        expect(output(`assets/pictures/${name}/${digest}-${file}`).length).toBeGreaterThan(40)
  })

  test('no wider than twice what the page shows', async () => {
    const { page: made } = await built(
      { 'a.md': '---\n---\n![x](/a.png){: width="100"}\n', 'a.png': REAL },
      FORMATS,
    )
    expect(made).toContain('-200.avif 200w" sizes="(min-width: 100px) 100px, 100vw"')
    expect(made).not.toContain('480w')
  })

  test.each([
    ['that moves', png(9, 9, '000000086163544c0000000100000000cafebabe'), []],
    ['that is no JPEG or PNG', SVG, []],
    [
      'too large',
      png(8000, 6000),
      ['a.md:3:7 shows a.png, which has 8000 × 6000 pixels: nothing is made of more than 40 million.'],
    ],
  ])('none of a picture %s', async (_, bytes, said) => {
    const { page: made, warnings } = await built(
      { 'a.md': '---\n---\n![x](/a.png)\n', 'a.png': bytes },
      FORMATS,
    )
    expect(made).not.toContain('<picture')
    expect(warnings).toEqual(said)
  })

  test('one that cannot be read is named, and stands in the place of its variants', async () => {
    const {
      page: made,
      warnings,
      output,
    } = await built({ 'a.md': '---\n---\n![x](/a.png)\n', 'a.png': png(500, 9) }, FORMATS)
    expect(warnings[0]).toMatch(/^No AVIF could be made of \/a\.png: /)
    const path = /assets\/pictures\/[^ "]+\.avif/.exec(made)?.[0] ?? ''
    expect(output(path)).toContain('IHDR')
  })
})

describe('tags', () => {
  test('picture, with the credit of its file', async () => {
    const { page: made } = await built(
      {
        'a.md':
          '---\ncredits: [{ asset: /a.png, author: Jo Doe, title: A rack }]\n---\n{% picture /a.png alt="A & b" dark="/b.png" caption="The *new* one" id="fig-a" class="wide" %}\n',
        'a.png': png(3, 2),
        'b.png': png(3, 2),
      },
      { plugins: ['attribution', 'pictures'], baseurl: '/s' },
    )
    expect(made).toContain('<figure id="fig-a" class="picture wide"><picture><source data-scheme="dark"')
    expect(made).toContain('<img src="/s/a.png" alt="A &amp; b" width="3" height="2"')
    expect(made).toContain('<figcaption>The <em>new</em> one <small class="attribution-credit">')
    expect(made).toContain('Jo Doe')
  })

  test('gallery', async () => {
    expect(
      await page('{% gallery %}\n![One](a.png "The *first*")\n![Two](i.svg)\n{% endgallery %}'),
    ).toContain(
      '<div class="gallery">\n<figure class="picture"><img src="a.png" alt="One" width="300" height="200" /><figcaption>The <em>first</em></figcaption></figure>\n<figure class="picture"><img src="i.svg" alt="Two" width="40" height="10" /></figure>\n</div>',
    )
  })

  const FIGURE = '<figure class="picture"><img src="/a.png" alt="A" width="300" height="200" />'
  test.each([
    ['text alone', 'Only *text*.', '<p>Only <em>text</em>.</p>'],
    [
      'text between pictures, whose places stay',
      '![A](/a.png)\nmiddle\n![A](/a.png)\n\nLast < 1, <em>kept\n![A](/a.png)</em>\n',
      `${FIGURE}</figure>\n<p>middle</p>\n${FIGURE}</figure>\n<p>Last &lt; 1, <em>kept\n<img src="/a.png" alt="A" width="300" height="200" /></em></p>`,
    ],
    [
      'text in a list of them',
      '- ![A](/a.png) word\n- ![A](/a.png)\n',
      `${FIGURE}</figure>\n<p>word</p>\n${FIGURE}</figure>`,
    ],
    [
      'other blocks',
      '## Head\n\n> ![A](/a.png)\n{: .x}\n\n<!-- c -->\n',
      '<h2 id="head">Head</h2>\n<blockquote class="x">\n  <p><img src="/a.png" alt="A" width="300" height="200" /></p>\n</blockquote>\n<!-- c -->',
    ],
    [
      'a link, and the caption of what is in it',
      '[![A](/a.png "T")](/about/)',
      '<figure class="picture"><a href="/about/"><img src="/a.png" alt="A" width="300" height="200" /></a><figcaption>T</figcaption></figure>',
    ],
    ['a link without a picture', '[About](/about/)', '<p><a href="/about/">About</a></p>'],
    [
      'a caption of its own, and a name',
      '![A](/a.png "T"){: #x caption="*hey* \'a\'"}',
      '<figure id="x" class="picture"><img src="/a.png" alt="A" title="T" width="300" height="200" /><figcaption><em>hey</em> ‘a’</figcaption></figure>',
    ],
    [
      'a caption of its paragraph',
      '![A](/a.png)\n{: #x caption="hey"}',
      `${FIGURE.replace('<figure', '<figure id="x"')}<figcaption>hey</figcaption></figure>`,
    ],
    [
      'what the tag for a picture makes',
      '{% picture /a.png alt="A" caption="pic" %}',
      `${FIGURE}<figcaption>pic</figcaption></figure>`,
    ],
  ])('gallery keeps %s', async (_, text, html) => {
    expect(await page(`{% gallery %}\n${text}\n{% endgallery %}`)).toContain(
      `<div class="gallery">\n${html}\n</div>`,
    )
  })

  test.each([
    [
      'https://www.youtube.com/watch?v=ab-C&t=75s',
      'https://www.youtube-nocookie.com/embed/ab-C?autoplay=1&amp;start=75',
      'youtube-nocookie.com',
    ],
    ['https://youtu.be/abC', 'https://www.youtube-nocookie.com/embed/abC?autoplay=1', 'youtube-nocookie.com'],
    [
      'https://www.youtube.com/shorts/abC',
      'https://www.youtube-nocookie.com/embed/abC?autoplay=1',
      'youtube-nocookie.com',
    ],
    [
      'https://www.youtube.com/playlist?list=PL123',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL123&amp;autoplay=1',
      'youtube-nocookie.com',
    ],
    [
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL123',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PL123&amp;autoplay=1',
      'youtube-nocookie.com',
    ],
    [
      'https://vimeo.com/76979871',
      'https://player.vimeo.com/video/76979871?autoplay=1&amp;dnt=1',
      'player.vimeo.com',
    ],
    [
      'https://tube.example/w/aB3',
      'https://tube.example/videos/embed/aB3?autoplay=1&amp;p2p=0',
      'tube.example',
    ],
    ['https://asciinema.org/a/335480', 'https://asciinema.org/a/335480/iframe?autoplay=1', 'asciinema.org'],
    ['https://www.x.example/map?a=1&b=2', 'https://www.x.example/map?a=1&amp;b=2', 'x.example'],
  ])('embed %s', async (address, frame, host) => {
    const made = await page(`{% embed ${address} title="A <b>" poster="/a.png" ratio="4:3" %}`)
    expect(made).toContain(
      `<figure class="embed embed-4-3" data-frame="${frame}" data-title="A &lt;b&gt;"><a class="embed-play"`,
    )
    expect(made).toContain('<img src="/a.png" alt="" width="300" height="200"')
    expect(made).toContain(`It is loaded from ${host} when you ask for it`)
    expect(made).not.toContain('<iframe')
  })

  test('Liquid in what they are given', async () => {
    const made = await page(
      '{% assign a = "/a.png" %}{% picture "{{ a }}" alt="{{ \'A\' | downcase }}" %}{% assign f = "https://youtu.be/abC" %}{% embed "{{ f }}" title="{{ a }}" %}',
    )
    expect(made).toMatch(/<img [^>]*src="\/a\.png" alt="a"/)
    expect(made).toContain('data-title="/a.png"')
    expect(made).toContain('embed/abC?autoplay=1"')
  })

  test.each([
    ['{% picture %}', 'picture: needs an address'],
    [
      '{% picture /a.png darc="b" %}',
      "picture: 'darc' is none of alt, dark, caption, width, height, class, id (did you mean 'dark'?)",
    ],
    ['{% picture /a.png b.png %}', "picture: 'b.png' stands alone"],
    ['{% picture /a.png alt="b %}', 'picture: write {% picture ADDRESS alt="…" %}'],
    ['{% embed https://a.example %}', 'embed: needs a title'],
    ['{% embed javascript:alert(1) title="x" %}', "embed: 'javascript:alert(1)' is no address of the web"],
    ['{% embed "{{ page.none }}" title="x" %}', "embed: '' is no address of the web"],
    [
      '{% embed https://www.youtube.com/@ada title="x" %}',
      "embed: 'https://www.youtube.com/@ada' is no film",
    ],
    [
      '{% embed https://www.youtube.com/channel/UC1 title="x" %}',
      "embed: 'https://www.youtube.com/channel/UC1' is no film",
    ],
    ['{% embed https://a.example title="x" ratio="3:1" %}', 'embed: ratio is one of 16-9'],
  ])('%s fails', async (text, message) => {
    await expect(page(text)).rejects.toThrow(message)
  })
})

/** Longer than a file must have lain there before its copy is trusted by its look: into the next second (copy-checks.ts). */
const SETTLED = 1100

test('a picture replaced by one of another size renders the pages that show it, and no others; unchanged ones are not opened', async () => {
  const { root, put } = makeSite()
  const build = async (
    destination: string,
    ...flags: readonly string[]
  ): Promise<{ text: string; said: string }> => {
    const { code, out } = await runIn(root, ['build', '-s', 'site', '-d', destination, ...flags], {})
    expect(code).toBe(0)
    const text = (name: string): string => fs.readFileSync(path.join(root, destination, name), 'utf8')
    return { text: text('a.html') + text('b.html'), said: out }
  }
  put({
    'site/_config.yml': 'plugins: [pictures]\n',
    'site/a.md': '---\n---\n![](x.png)\n',
    'site/b.md': '---\n---\n![](y.png)\n',
  })
  const picture = (name: string, bytes: Uint8Array): void =>
    fs.writeFileSync(path.join(root, 'site', name), bytes)
  picture('x.png', png(30, 20))
  picture('y.png', png(50, 40))
  await wait(SETTLED)
  expect((await build('out')).text).toContain('width="30" height="20"')
  const opened: string[] = []
  const open = fs.openSync
  fs.openSync = ((place: fs.PathLike, ...rest: unknown[]) => {
    if (String(place).endsWith('.png')) opened.push(path.basename(String(place)))
    return (open as (...given: unknown[]) => number)(place, ...rest)
  }) as typeof fs.openSync
  try {
    await build('out')
    expect(opened).toEqual([])
    // Of the same length, in the same place.
    picture('x.png', png(31, 21))
    const later = await build('out', '--explain')
    expect(later.said).toContain('Rendered: a.md, the picture /x.png changed')
    expect(later.said).not.toContain('b.md')
    expect(opened).not.toContain('y.png')
    expect(later.text).toBe((await build('clean', '--disable-disk-cache')).text)
    expect(later.text).toContain('width="31" height="21"')
  } finally {
    fs.openSync = open
  }
})
