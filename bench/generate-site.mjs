/**
 * Makes a blog of N posts, the same words for every generator: `jekyll/` (for Jekyll and Whirl) and `hugo/`.
 *
 *     node bench/generate-site.mjs POSTS DIRECTORY
 *
 * Posts are what engineers write: headings, lists, links, tables, footnotes and code in several languages, with tags
 * and categories. Around them: an index with excerpts, an archive by year, a page of tags, a feed, a plain style sheet.
 * The same N always gives the same bytes.
 */
import fs from 'node:fs'
import path from 'node:path'

const WORDS =
  `packet queue driver kernel ring buffer latency offload checksum socket thread cache line memory barrier
interrupt poll batch copy zero path table flow hash bucket probe trace event counter histogram percentile throughput
switch router link frame header payload window congestion control plane data user space map program verifier loop
bound stack heap page fault numa core pinned affinity scheduler tick timer clock drift sample noise baseline change
commit patch review test bench result graph axis curve knee limit ceiling floor margin budget cost price gain loss`.split(
    /\s+/,
  )
const SMALL =
  'the of a to and in is that for with on as by it from at this are be or an not we can which'.split(' ')
const TAGS = [
  'linux',
  'bpf',
  'networking',
  'performance',
  'rust',
  'tooling',
  'testing',
  'notes',
  'hardware',
  'c',
]
const CATEGORIES = ['kernel', 'userland', 'measurements', 'essays']
const CODE = {
  c: `static inline int drop_packet(struct xdp_md *ctx, __u32 limit)
{
	void *data = (void *)(long)ctx->data;
	struct ethhdr *eth = data; /* first header */

	if (data + sizeof(*eth) > (void *)(long)ctx->data_end)
		return XDP_ABORTED;
	return eth->h_proto == htons(ETH_P_IP) ? XDP_DROP : XDP_PASS;
}`,
  python: `def percentile(samples, q):
    """The q-th percentile of samples, by the nearest rank."""
    ordered = sorted(samples)
    rank = max(1, round(q / 100 * len(ordered)))  # from one
    return ordered[rank - 1] if ordered else None`,
  sh: `#!/bin/sh
set -eu
for dev in /sys/class/net/*; do
  echo "\${dev##*/}: $(cat "$dev/speed" 2>/dev/null || echo unknown)"
done | sort > speeds.txt`,
  javascript: `export async function measure(name, run, { times = 10 } = {}) {
  const began = performance.now()
  for (let i = 0; i < times; i++) await run(i)
  console.log(\`\${name}: \${((performance.now() - began) / times).toFixed(2)} ms\`)
}`,
  rust: `pub fn checksum(bytes: &[u8]) -> u16 {
    let mut sum: u32 = bytes.chunks(2).map(|c| u32::from(u16::from_be_bytes([c[0], *c.get(1).unwrap_or(&0)]))).sum();
    while sum >> 16 != 0 { sum = (sum & 0xffff) + (sum >> 16); } // fold
    !(sum as u16)
}`,
  go: `func (r *Ring) Push(p *Packet) error {
	if r.head-r.tail == uint64(len(r.slots)) {
		return ErrFull
	}
	r.slots[r.head%uint64(len(r.slots))] = p
	r.head++
	return nil
}`,
  json: `{
  "device": "eth0",
  "queues": 8,
  "offload": { "tx": true, "rx": false, "sizes": [64, 512, 1500] }
}`,
  yaml: `device: eth0
queues: 8
offload:
  tx: yes
  sizes: [64, 512, 1500]  # bytes`,
}

/** A generator of numbers below one that always runs the same way from \`seed\`. */
function randomFrom(seed) {
  let state = seed >>> 0 || 1
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function post(index) {
  const random = randomFrom(index + 1)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const between = (low, high) => low + Math.floor(random() * (high - low + 1))
  const phrase = (words) =>
    Array.from({ length: words }, (_, i) => pick(i % 3 === 1 ? SMALL : WORDS)).join(' ')
  const sentence = () => {
    const text = phrase(between(8, 18))
    const marked =
      random() < 0.3 ? text.replace(/ (\w{5,}) /, ' **$1** ') : text.replace(/ (\w{6,}) /, ' `$1` ')
    return `${marked[0].toUpperCase()}${marked.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: between(3, 6) }, sentence).join('\n')
  const block = () => {
    const kind = random()
    if (kind < 0.3) {
      const tag = pick(Object.keys(CODE))
      // Another name in each, so that no generator can take one block's colours for another's.
      return `\`\`\`${tag}\n${CODE[tag].replace(/\b(?:limit|ordered|dev|run|sum|head|queues)\b/g, `${pick(WORDS)}_${between(1, 9)}`)}\n\`\`\``
    }
    if (kind < 0.5)
      return Array.from(
        { length: between(3, 6) },
        () => `- ${phrase(5)} and [${pick(WORDS)}](https://example.org/${pick(WORDS)})`,
      ).join('\n')
    if (kind < 0.6)
      return Array.from({ length: between(3, 5) }, (_, i) => `${i + 1}. ${sentence()}`).join('\n')
    if (kind < 0.7)
      return `| size | ${pick(WORDS)} | ${pick(WORDS)} |\n|------|-----:|:-----|\n${Array.from({ length: 4 }, () => `| ${between(64, 1500)} | ${between(1, 999)} | ${phrase(2)} |`).join('\n')}`
    if (kind < 0.8) return `> ${sentence()}\n> ${sentence()}`
    return paragraph()
  }
  const title = phrase(between(3, 7)).replace(/^./, (c) => c.toUpperCase())
  const parts = [paragraph()]
  for (let section = 0; section < between(3, 5); section++) {
    parts.push(
      `## ${phrase(3)}`.replace(/## ./, (c) => c.toUpperCase()),
      paragraph(),
      block(),
    )
    if (random() < 0.4) parts.push(`### ${phrase(2)}`, block(), paragraph())
  }
  if (random() < 0.5) parts.push(`One more thing[^1] about ${pick(WORDS)}.`, `[^1]: ${sentence()}`)
  const day = new Date(Date.UTC(2005, 0, 1) + index * 17 * 3_600_000)
  const tags = [...new Set([pick(TAGS), pick(TAGS), pick(TAGS)])]
  return {
    date: day.toISOString().slice(0, 10),
    slug: `${title.toLowerCase().replace(/[^a-z]+/g, '-')}-${index}`,
    front: `title: "${title}"\ndate: ${day.toISOString().slice(0, 19).replace('T', ' ')} +0000\ntags: [${tags.join(', ')}]\ncategories: [${pick(CATEGORIES)}]`,
    body: `${parts.join('\n\n')}\n`,
  }
}

const HEAD = (title, home, css) => `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="${css}"></head>
<body>
<header><a href="${home}">Bench</a> <nav><a href="/archive/">Archive</a> <a href="/tags/">Tags</a></nav></header>
<main>
`
const FOOT = `</main>
<footer>Made for measuring.</footer>
</body>
</html>
`
const CSS = `body { color: #222; max-width: 44rem; margin: 0 auto; }
body a { color: #06c; }
body a:hover { text-decoration: none; }
pre { overflow: auto; background: #f6f6f6; }
pre code { font-size: .9em; }
`

const JEKYLL = {
  '_config.yml': `title: Bench
url: https://example.org
time: 2026-01-02 03:04:05 +0000
permalink: /posts/:title/
future: true
`,
  '_includes/head.html': HEAD(
    '{% if page.title %}{{ page.title | escape }} - {% endif %}{{ site.title }}',
    '/',
    '/css/main.css',
  ),
  '_includes/foot.html': FOOT,
  '_layouts/default.html': '{% include head.html %}{{ content }}{% include foot.html %}',
  '_layouts/post.html': `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
<p><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%B %-d, %Y" }}</time> in {{ page.categories | join: ", " }}</p>
{{ content }}
<ul>{% for tag in page.tags %}<li><a href="/tags/#{{ tag }}">{{ tag }}</a></li>{% endfor %}</ul>
<p>{% if page.previous %}<a href="{{ page.previous.url }}">{{ page.previous.title | escape }}</a>{% endif %} {% if page.next %}<a href="{{ page.next.url }}">{{ page.next.title | escape }}</a>{% endif %}</p>
</article>
`,
  'index.html': `---
layout: default
---
{% for post in site.posts limit: 10 %}<section><h2><a href="{{ post.url }}">{{ post.title | escape }}</a></h2>{{ post.excerpt }}</section>
{% endfor %}
`,
  'archive.html': `---
layout: default
title: Archive
permalink: /archive/
---
{% assign years = site.posts | group_by_exp: "post", "post.date | date: '%Y'" %}{% for year in years %}<h2>{{ year.name }}</h2>
<ul>{% for post in year.items %}<li>{{ post.date | date: "%b %-d" }} <a href="{{ post.url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ul>{% endfor %}
`,
  'tags.html': `---
layout: default
title: Tags
permalink: /tags/
---
{% for tag in site.tags %}<h2 id="{{ tag[0] }}">{{ tag[0] }}</h2>
<ul>{% for post in tag[1] %}<li><a href="{{ post.url }}">{{ post.title | escape }}</a></li>
{% endfor %}</ul>{% endfor %}
`,
  'feed.xml': `---
---
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{{ site.title }}</title><link>{{ site.url }}</link>
{% for post in site.posts limit: 10 %}<item><title>{{ post.title | xml_escape }}</title><link>{{ post.url | absolute_url }}</link><pubDate>{{ post.date | date_to_rfc822 }}</pubDate><description>{{ post.content | xml_escape }}</description></item>
{% endfor %}</channel></rss>
`,
  'css/main.css': CSS,
}

const HUGO = {
  'hugo.toml': `title = "Bench"
baseURL = "https://example.org/"
buildFuture = true
disableKinds = ["sitemap", "robotsTXT", "taxonomy", "term"]
[permalinks]
posts = "/posts/:slug/"
[markup.highlight]
noClasses = false
`,
  'layouts/partials/head.html': HEAD(
    '{{ with .Title }}{{ . }} - {{ end }}{{ site.Title }}',
    '/',
    '/css/main.css',
  ),
  'layouts/partials/foot.html': FOOT,
  'layouts/_default/single.html': `{{ partial "head.html" . }}<article>
<h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02T15:04:05-07:00" }}">{{ .Date.Format "January 2, 2006" }}</time> in {{ delimit .Params.categories ", " }}</p>
{{ .Content }}
<ul>{{ range .Params.tags }}<li><a href="/tags/#{{ . }}">{{ . }}</a></li>{{ end }}</ul>
<p>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }} {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
</article>
{{ partial "foot.html" . }}`,
  'layouts/_default/list.html':
    '{{ partial "head.html" . }}{{ range .Pages }}<p>{{ .Title }}</p>{{ end }}{{ partial "foot.html" . }}',
  'layouts/index.html': `{{ partial "head.html" . }}{{ range first 10 (where site.RegularPages "Section" "posts") }}<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ .Summary }}</section>
{{ end }}{{ partial "foot.html" . }}`,
  'layouts/_default/archive.html': `{{ partial "head.html" . }}{{ range (where site.RegularPages "Section" "posts").GroupByDate "2006" }}<h2>{{ .Key }}</h2>
<ul>{{ range .Pages }}<li>{{ .Date.Format "Jan 2" }} <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}{{ partial "foot.html" . }}`,
  'layouts/_default/tags.html': `{{ partial "head.html" . }}{{ $posts := where site.RegularPages "Section" "posts" }}{{ range (slice ${TAGS.map((tag) => `"${tag}"`).join(' ')}) }}<h2 id="{{ . }}">{{ . }}</h2>
<ul>{{ range where $posts "Params.tags" "intersect" (slice .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}{{ partial "foot.html" . }}`,
  'layouts/index.rss.xml': `<rss version="2.0"><channel><title>{{ site.Title }}</title>
{{ range first 10 (where site.RegularPages "Section" "posts") }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>`,
  'content/archive.md': '---\ntitle: Archive\nlayout: archive\nurl: /archive/\n---\n',
  'content/tags.md': '---\ntitle: Tags\nlayout: tags\nurl: /tags/\n---\n',
  'static/css/main.css': CSS,
}

/** Writes both sites with `posts` posts below `directory`, unless they are there already. */
export function generateSite(posts, directory) {
  const stamp = path.join(directory, 'made-of')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === String(posts)) return
  fs.rmSync(directory, { recursive: true, force: true })
  const put = (file, text) => {
    const target = path.join(directory, file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text)
  }
  for (const [name, text] of Object.entries(JEKYLL)) put(path.join('jekyll', name), text)
  for (const [name, text] of Object.entries(HUGO)) put(path.join('hugo', name), text)
  for (let i = 0; i < posts; i++) {
    const { date, slug, front, body } = post(i)
    put(`jekyll/_posts/${date}-${slug}.md`, `---\nlayout: post\n${front}\n---\n${body}`)
    put(`hugo/content/posts/${slug}.md`, `---\n${front}\nslug: ${slug}\n---\n${body}`)
  }
  fs.writeFileSync(stamp, String(posts))
}

if (process.argv[1] === import.meta.filename) {
  const [posts, directory] = process.argv.slice(2)
  if (!(Number(posts) > 0) || directory === undefined) {
    console.error('usage: node bench/generate-site.mjs POSTS DIRECTORY')
    process.exit(2)
  }
  generateSite(Number(posts), directory)
}
