/** docs/features.md is kept: each of its lines is seen in a blog that has all of it, or where else it says. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Blog, buildFiles } from './blog.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

const CONFIG = `title: Line Notes
description: A notebook on datapaths.
url: https://notes.example
timezone: UTC
permalink: /:title/
theme: whirl
plugins: [search, jekyll-paginate, jekyll-redirect-from]
paginate: 2
default_lang: en
languages:
  en: {}
  de: { title: Leitungsnotizen }
  ar: { title: ملاحظات }
author: ada
authors:
  ada: { name: Ada Quell, email: ada@notes.example, employers: [acme] }
  bo: { name: Bo Lindqvist }
license: CC-BY-4.0
employers:
  acme: { name: Acme Networks, url: "https://acme.example/", logo: { light: /assets/rack.svg, dark: /assets/rack-dark.svg }, from: 2020-01 }
feed: { tags: true }
pictures: { formats: [avif, webp], widths: [32] }
whirl:
  palette: moss
  menu: [{ title: Archive, url: /archive/ }, { title: Topics, items: [{ title: eBPF, url: /tags/ebpf/ }] }]
  lists: { authors: /authors/ }
  edit: https://git.example/edit/main/:path
  last_change: git
  related: 2
  share: [mastodon, email]
  newsletter: { action: "https://mail.example/subscribe" }
  webmention: https://notes.example/webmention
  offline: true
  comments: { giscus: { repo: ada/notes, repo_id: R_x, category: General, category_id: DIC_x } }
  analytics: { script: "https://count.example/count.js" }
defaults:
  - scope: { path: "", type: posts }
    values: { layout: post }
`

const TEXTS = `---
title: Queues that fill
tags: [ebpf, queues]
categories: [kernel]
series: The way up
authors: [ada, bo]
pin: true
redirect_from: /old-queues/
last_modified_at: 2024-03-01
credits:
  - { asset: /assets/rack.png, title: A rack, author: Bo Lindqvist, license: CC-BY-SA-4.0, source: "https://example.org/rack" }
---
The queue is full.[^1]

## Code of the driver

\`\`\`c {3} title="xdp.c" ins={5} del={4} "ctx" showLineNumbers wrap collapse={1-2}
#include <linux/bpf.h>
SEC("xdp")
int drop(struct xdp_md *ctx)
	return XDP_DROP;
	return XDP_PASS;
\`\`\`

\`\`\`c notes
if (eth + 1 > end)        // (1)
\`\`\`

1. The verifier asks for it.

\`\`\`console
$ whirl build
done
\`\`\`

## Text between

> [!NOTE]
> A callout.

{% tabs %}
{% tab "npm" %}
One.
{% endtab %}
{% endtabs %}

1. Build.
{: .steps }

- [Archive](/archive/)
{: .cards }

{% details "The log" %}
Long.
{% enddetails %}

- [x] measured

## Science of queues

$$
t = \\frac{n}{r} \\label{eq-time}
$$

By \\eqref{eq-time}, {% ref fig-rack %}, {% ref science-of-queues %} and {% cite kleinrock %}.

![A rack](/assets/rack.png){: #fig-rack caption="The rack" dark="/assets/rack-dark.png" }

{% gallery %}
![A rack](/assets/rack.png "One")
![A rack](/assets/rack.png "Two")
{% endgallery %}

{% embed https://www.youtube.com/watch?v=dQw4w9WgXcQ title="How it works" %}

{% bibliography %}

[^1]: Or nearly.
`

const FIGURES = `---
title: Figures of queues
tags: [queues]
series: The way up
---
How each is drawn of text.

\`\`\`packet
16 Source Port
16 Destination Port
\`\`\`

\`\`\`topology
pc a "Host"
switch s "Switch"
a -- s
\`\`\`

\`\`\`machine
state idle "Idle"
state busy "Busy"
idle -> busy packet
busy -> idle done
\`\`\`

\`\`\`sequence
host a "A"
host b "B"
a -> b SYN
\`\`\`

\`\`\`blocks
box stack "Stack"
box driver "Driver"
\`\`\`

\`\`\`timeline
2014-12 "eBPF enters Linux"
2016-07 "XDP"
\`\`\`

\`\`\`bpf
run: xdp
packet: 00
  r0 = 2
  exit
\`\`\`

\`\`\`dot
digraph { a -> b }
\`\`\`
`

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32" width="96" height="32"><rect width="96" height="32"/></svg>\n'

const FILES: Readonly<Record<string, string>> = {
  '_config.yml': CONFIG,
  'index.html': '---\nlayout: home\n---\n',
  '_posts/2024-02-01-queues.md': TEXTS,
  '_posts/2024-02-02-figures.md': FIGURES,
  '_posts/2024-02-03-last.md': '---\ntitle: Queues at last\ntags: [queues]\n---\nFull of packets.\n',
  '_posts/de/2024-02-03-schlange.md': '---\ntitle: Die Warteschlange\nlang: de\n---\nVoll.\n',
  '_posts/ar/2024-02-03-qaima.md': '---\ntitle: الطابور\nlang: ar\n---\nممتلئ.\n',
  '_drafts/next.md': '---\ntitle: Next\n---\nSoon.\n',
  '_bibliography/references.bib':
    '@book{kleinrock, author = {Kleinrock, Leonard}, title = {Queueing Systems}, year = 1975, publisher = {Wiley}}\n',
  'assets/rack.svg': LOGO,
  'assets/rack-dark.svg': LOGO,
}

const QUEUES = 'queues/index.html'
const DRAWN = 'figures/index.html'
const HOME = 'index.html'
const TAG = 'tags/queues/index.html'
const STYLE = 'assets/whirl/style.css'

type Seen = readonly [file: string, ...texts: readonly (string | RegExp)[]]

/** What shows each feature in the blog above: a file of it, and texts that stand there. */
const IN_THE_BLOG: Readonly<Record<string, Seen>> = {
  'menu, with menus in it': [HOME, '<summary>Topics</summary>', '<li><a href="/tags/ebpf/">eBPF</a></li>'],
  'search in full texts, static': ['search/index.html', '/pagefind/', 'type="search"'],
  'results by section of a page': ['assets/whirl/search.js', 'sub_results'],
  'next and previous post': [QUEUES, '<link rel="next" href="/figures/">', 'class="pager-next" rel="next"'],
  'related posts': [
    QUEUES,
    '<h2 id="whirl:related">Related posts</h2>',
    '<li><a href="/figures/">Figures of queues</a>',
  ],
  series: [QUEUES, 'Part 1 of 2 in <a href="/series/the-way-up/">The way up</a>'],
  'pinned posts': [HOME, '<a href="/queues/">Queues that fill</a> <span class="state">Pinned</span>'],
  'pages of tags and categories': [TAG, 'Queues at last', 'Figures of queues'],
  'archive by year': ['archive/index.html', '2024', '<a href="/last/">Queues at last</a>'],
  'the first page in several pages': [HOME, '<span>Older</span> Page 2 of 3</a>'],
  'table of contents': [QUEUES, '<a href="#science-of-queues">Science of queues</a></li></ol></div>\n</nav>'],
  'several authors, a page for each': [
    'authors/bo-lindqvist/index.html',
    '<a href="/queues/">Queues that fill</a>',
  ],
  'the theme’s words in the reader’s language': ['de/schlange/index.html', 'Zum Text springen'],
  'dates of the language': ['de/schlange/index.html', '3. Februar 2024'],
  'a site in several languages': [
    HOME,
    '<link rel="alternate" hreflang="de" href="https://notes.example/de/">',
  ],
  'right to left': ['ar/qaima/index.html', 'lang="ar" dir="rtl"'],
  hyphens: [STYLE, 'hyphens:auto'],
  'colours at build time, by Rouge’s classes': [QUEUES, '<span class="kt">int</span>'],
  'a button to copy': ['assets/whirl/whirl.js', 'clipboard'],
  'a name above code': [QUEUES, '<span class="code-name">xdp.c</span>'],
  'marked lines': [QUEUES, '<span class="line is-marked" data-line="3">'],
  'lines that came and went': [QUEUES, '<span class="line is-removed" data-line="4">', 'line is-added'],
  'marked words': [QUEUES, '<mark>ctx</mark>'],
  'a terminal, of which only what was typed is copied': [QUEUES, 'code-terminal', '<span class="go">done'],
  'line numbers': [QUEUES, 'code-numbered'],
  'long lines wrapped': [QUEUES, 'code-wrap'],
  'folded code': [QUEUES, '<details class="code-fold"><summary>2 lines</summary>'],
  'notes in code': [QUEUES, '<span class="code-note">1</span>'],
  'callouts (admonitions)': [QUEUES, '<aside class="callout callout-note" role="note">'],
  tabs: [QUEUES, '<section class="tab" data-label="npm">'],
  'steps and cards': [QUEUES, '<ol class="steps">', '<ul class="cards">'],
  details: [QUEUES, '<summary>The log</summary>'],
  'task lists with names': [QUEUES, '<input type="checkbox" aria-label="measured"'],
  'footnotes, shown in place': [QUEUES, 'data-footnote="Footnote {1}"', '<li id="fn:1">'],
  'formulas without a script': [QUEUES, '<mfrac><mi>n</mi><mi>r</mi></mfrac>'],
  'numbered equations': [
    QUEUES,
    '<span class="equation-number">(1)</span>',
    '<a class="ref" href="#eq-time">(1)</a>',
  ],
  'references to figures, tables and sections': [QUEUES, '<a class="ref" href="#fig-rack">Figure 1</a>'],
  'bibliographies from BibTeX or CSL-JSON': [
    QUEUES,
    '(Kleinrock, 1975)</a>',
    '<i>Queueing Systems</i>. Wiley.',
  ],
  'cite this post: BibTeX, CSL-JSON, CFF': ['queues.bib', 'Queues that fill'],
  'drawn at build time of text, without a script': [
    DRAWN,
    '<svg xmlns="http://www.w3.org/2000/svg" class="whirl-figure"',
  ],
  'packet headers, from captures too': [DRAWN, 'figure-packet', 'Source Port'],
  topologies: [DRAWN, 'figure-topology'],
  'state machines': [DRAWN, 'figure-machine'],
  sequences: [DRAWN, 'figure-sequence'],
  'blocks and hooks': [DRAWN, 'figure-blocks'],
  timelines: [DRAWN, 'figure-timeline'],
  'eBPF programs, run while building': [DRAWN, 'figure-bpf', 'XDP_PASS'],
  Graphviz: [DRAWN, 'figure-dot'],
  'width and height filled in': [
    QUEUES,
    '<img src="/assets/rack.png" alt="A rack" width="1280" height="512" />',
  ],
  'AVIF, WebP and sizes to choose from': [
    QUEUES,
    /srcset="\/assets\/pictures\/assets\/rack\.png\/[0-9a-f]+-32\.avif 32w"/,
  ],
  'loaded late': [QUEUES, '<img loading="lazy" decoding="async" src="/assets/rack.png"'],
  zoom: [QUEUES, 'src="/assets/pictures/pictures.js" data-enlarge="Enlarge"'],
  galleries: [QUEUES, '<div class="gallery">\n<figure class="picture">'],
  'a picture for light and one for dark': [
    QUEUES,
    'media="(prefers-color-scheme: dark)" srcset="/assets/rack-dark.png"',
  ],
  captions: [QUEUES, '<figcaption><span class="number">Figure 1:</span> The rack</figcaption>'],
  'films that load on a click, and fit': [
    QUEUES,
    'embed-16-9" data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  ],
  'the employer of the day': [QUEUES, '<span class="attribution-badge-name">Acme Networks</span>'],
  'a licence for each post, with lines to copy': [
    QUEUES,
    '<label for="attribution:credit-markdown">Credit line as Markdown</label>',
  ],
  'credits of pictures': ['credits/index.html', 'Bo Lindqvist', 'CC BY-SA 4.0'],
  'a link to edit the page': [QUEUES, 'href="https://git.example/edit/main/_posts/2024-02-01-queues.md"'],
  'reading time': [QUEUES, '<span>1 min</span>'],
  comments: [QUEUES, 'data-script="https://giscus.app/client.js"'],
  'counting of visits': [QUEUES, 'data-script="https://count.example/count.js"'],
  'a newsletter': [QUEUES, '<form class="newsletter" method="post" action="https://mail.example/subscribe"'],
  'links to share': [QUEUES, 'https://mastodon.social/share?text=Queues%20that%20fill'],
  'webmentions, microformats': [QUEUES, '<link rel="webmention"', 'h-entry', 'p-author h-card'],
  offline: ['sw.js', '/offline/'],
  'drafts and posts for later, marked': ['next/index.html', '<span class="state">Draft</span>'],
  'dark and light with a switch': [HOME, 'aria-label="Dark colours" aria-pressed="false"'],
  palettes: [HOME, 'data-palette="moss"'],
  print: [STYLE, '@media print'],
  'all of it without JavaScript': [
    QUEUES,
    '<p class="without-script"><a href="https://github.com/ada/notes/discussions">',
  ],
  'Atom feed, one for each tag too': ['feed/by_tag/queues.xml', '<title type="html">Queues at last</title>'],
  'JSON feed': [
    'feed.json',
    '"version": "https://jsonfeed.org/version/1.1"',
    '"summary": "The queue is full."',
  ],
  sitemap: ['sitemap.xml', '<loc>https://notes.example/queues/</loc>'],
  'Open Graph and JSON-LD': [
    QUEUES,
    '<meta property="og:title" content="Queues that fill">',
    '"@type":"BlogPosting"',
  ],
  redirects: ['old-queues/index.html', 'https://notes.example/queues/'],
  'a page for lost addresses': ['404.html', 'Line Notes'],
}

/** What a blog does not show: the test that shows it, or the file that it is. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'last change from git': 'tests/theme/around.test.ts',
  'a job that publishes posts for later': 'tests/github-pages/deploying.test.ts',
  'a strict Content-Security-Policy, written down': 'tests/theme/browser.test.ts',
  'accessibility tested': 'tests/theme/browser.test.ts',
  'speed measured': 'bench/lighthouse.mjs',
  'cards drawn for links': 'tests/bundled/social-cards.test.ts',
  'links, anchors, feeds and headings checked': 'tests/check/links.test.ts',
  'links to elsewhere checked': 'tests/check/external.test.ts',
  'blogs of WordPress, Medium, Ghost and Hugo taken over': 'tests/imports/wordpress.test.ts',
  'schemas for editors': 'tests/schema/schemas.test.ts',
  'recipes for hosts': 'docs/deploying.md',
  'GitHub Pages': 'action.yml',
  'a container': 'Dockerfile',
  'exact rebuilds': 'tests/builder/exact-rebuilds.test.ts',
  'data from elsewhere at build time': 'tests/plugins/load.test.ts',
  'Jekyll’s sites as they are, plugins in Ruby too': 'tests/sites',
}

/** The first column of the page's tables, without links. */
function listed(): readonly string[] {
  const page = fs.readFileSync(path.join(ROOT, 'docs/features.md'), 'utf8')
  return [...page.matchAll(/^\| (?!feature \|)([^|]+) \|/gm)].map(([, cell]) =>
    cell!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll("'", '’'),
  )
}

describe('docs/features.md', () => {
  let blog: Blog
  beforeAll(async () => {
    const png = fs.readFileSync(path.join(ROOT, 'examples/blog/assets/img/queues-half.png'))
    blog = await buildFiles(
      { ...FILES, 'assets/rack.png': png, 'assets/rack-dark.png': png },
      '--drafts',
      '--future',
    )
  })
  afterAll(() => blog.remove())

  test('has a line for each feature, and each is looked at', () => {
    expect(listed()).toEqual(expect.arrayContaining([...Object.keys(IN_THE_BLOG), ...Object.keys(ELSEWHERE)]))
    expect(listed().filter((name) => !(name in IN_THE_BLOG) && !(name in ELSEWHERE))).toEqual([])
  })

  test.each(Object.entries(IN_THE_BLOG))('a blog has %s', (_name, [file, ...texts]) => {
    for (const text of texts) expect(blog.read(file)).toMatch(text)
  })

  test.each(Object.entries(ELSEWHERE))('%s: %s is there', (_name, file) => {
    expect(fs.existsSync(path.join(ROOT, file))).toBe(true)
  })
})
