/** The blog for Jekyll and Whirl. */
import { CSS, FOOT, HEAD } from './frame.mjs'

const SIDEBAR = `<aside>
<h2>Recent</h2>
<ul>{% for post in site.posts limit: 30 %}{% unless post.url == page.url %}<li class="{% cycle 'odd', 'even' %}"><a href="{{ post.url | relative_url }}">{{ post.title | truncate: 40 | escape }}</a> <time>{{ post.date | date: "%b %-d, %Y" }}</time>{% if post.tags contains "bpf" %} <b>bpf</b>{% endif %}</li>
{% endunless %}{% endfor %}</ul>
<h2>Tags</h2>
<ul>{% assign tags = site.tags | sort %}{% for tag in tags %}<li>{{ tag[0] | upcase }} ({{ tag[1] | size }})</li>
{% endfor %}</ul>
<h2>In {{ page.categories | first }}</h2>
<ul>{% for post in site.categories[page.categories.first] limit: 10 %}<li>{{ post.title | escape }}</li>
{% endfor %}</ul>
</aside>
`

const FILES = {
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

/** Its files by path. In a `liquid` blog every post has lists of other posts beside it. */
export function* files(posts, flavour) {
  const made = new Map(Object.entries(FILES))
  if (flavour === 'liquid') {
    made.set('_includes/sidebar.html', SIDEBAR)
    made.set(
      '_layouts/post.html',
      FILES['_layouts/post.html'].replace('</article>\n', '</article>\n{% include sidebar.html %}'),
    )
  }
  yield* made
  for (const { date, slug, front, body } of posts)
    yield [pathOf({ date, slug }), `---\nlayout: post\n${front}\n---\n${body}`]
}

/** Where a post is, and the layout of all. */
export const pathOf = ({ date, slug }) => `_posts/${date}-${slug}.md`
export const LAYOUT = '_layouts/post.html'
