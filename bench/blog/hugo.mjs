/** The blog for Hugo. */
import { CSS, FOOT, HEAD } from './frame.mjs'
import { TAGS } from './posts.mjs'

const SIDEBAR = `<aside>
<h2>Recent</h2>
<ul>{{ $url := .RelPermalink }}{{ range $i, $p := first 30 (where site.RegularPages "Section" "posts") }}{{ if ne .RelPermalink $url }}<li class="{{ if modBool $i 2 }}odd{{ else }}even{{ end }}"><a href="{{ .RelPermalink }}">{{ truncate 40 .Title }}</a> <time>{{ .Date.Format "Jan 2, 2006" }}</time>{{ if in .Params.tags "bpf" }} <b>bpf</b>{{ end }}</li>
{{ end }}{{ end }}</ul>
{{ partialCached "tags.html" . }}
{{ $category := index .Params.categories 0 }}<h2>In {{ $category }}</h2>
<ul>{{ range partialCached "category.html" . $category }}<li>{{ .Title }}</li>
{{ end }}</ul>
</aside>
`
const TAG_LIST = `<h2>Tags</h2>
<ul>{{ range sort (slice ${TAGS.map((tag) => `"${tag}"`).join(' ')}) }}<li>{{ upper . }} ({{ len (where (where site.RegularPages "Section" "posts") "Params.tags" "intersect" (slice .)) }})</li>
{{ end }}</ul>`
const CATEGORY =
  '{{ return first 10 (where (where site.RegularPages "Section" "posts") "Params.categories" "intersect" (slice (index .Params.categories 0))) }}'

const FILES = {
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

/** Its files by path. */
export function* files(posts, flavour) {
  const made = new Map(Object.entries(FILES))
  if (flavour === 'liquid') {
    made.set('layouts/partials/sidebar.html', SIDEBAR)
    made.set('layouts/partials/tags.html', TAG_LIST)
    made.set('layouts/partials/category.html', CATEGORY)
    made.set(LAYOUT, FILES[LAYOUT].replace('</article>\n', '</article>\n{{ partial "sidebar.html" . }}'))
  }
  yield* made
  for (const { slug, front, body } of posts)
    yield [pathOf({ slug }), `---\n${front}\nslug: ${slug}\n---\n${body}`]
}

export const pathOf = ({ slug }) => `content/posts/${slug}.md`
export const LAYOUT = 'layouts/_default/single.html'
