/** The blog for Eleventy, with its own plugin for the colours of code. */
import { CSS, FOOT, HEAD } from './frame.mjs'
import { TAGS } from './posts.mjs'

const SIDEBAR = `<aside>
<h2>Recent</h2>
<ul>{% for post in collections.recent %}{% unless post.url == page.url %}<li class="{% cycle 'odd', 'even' %}"><a href="{{ post.url }}">{{ post.data.title | truncate: 40 | escape }}</a> <time>{{ post.date | date: "%b %-d, %Y" }}</time>{% if post.data.labels contains "bpf" %} <b>bpf</b>{% endif %}</li>
{% endunless %}{% endfor %}</ul>
<h2>Tags</h2>
<ul>{% for tag in labels_of_all %}<li>{{ tag | upcase }} ({{ collections[tag].size }})</li>
{% endfor %}</ul>
<h2>In {{ categories | first }}</h2>
<ul>{% assign category = "in_" | append: categories[0] %}{% for post in collections[category] limit: 10 %}<li>{{ post.data.title | escape }}</li>
{% endfor %}</ul>
</aside>
`

const FILES = {
  'eleventy.config.mjs': `import syntax from '@11ty/eleventy-plugin-syntaxhighlight'

export default function (config) {
  config.addPlugin(syntax)
  config.setQuietMode(true)
  config.addPassthroughCopy('css')
  const posts = (api) => api.getFilteredByGlob('posts/*.md').sort((a, b) => b.date - a.date)
  config.addCollection('newest', posts)
  config.addCollection('recent', (api) => posts(api).slice(0, 30))
  for (const tag of ${JSON.stringify(TAGS)})
    config.addCollection(tag, (api) => posts(api).filter((post) => post.data.labels.includes(tag)))
  for (const name of ['kernel', 'userland', 'measurements', 'essays'])
    config.addCollection('in_' + name, (api) => posts(api).filter((post) => post.data.categories.includes(name)))
  config.addGlobalData('labels_of_all', ${JSON.stringify([...TAGS].sort())})
  return { dir: { input: '.', includes: '_includes' }, markdownTemplateEngine: false, htmlTemplateEngine: 'liquid' }
}
`,
  '_includes/head.html': HEAD('{% if title %}{{ title | escape }} - {% endif %}Bench', '/', '/css/main.css'),
  '_includes/foot.html': FOOT,
  '_includes/default.liquid': `{% include "head.html" %}{{ content }}{% include "foot.html" %}`,
  '_includes/post.liquid': `---
layout: default.liquid
---
<article>
<h1>{{ title | escape }}</h1>
<p><time datetime="{{ page.date | date: "%Y-%m-%dT%H:%M:%S%:z" }}">{{ page.date | date: "%B %-d, %Y" }}</time> in {{ categories | join: ", " }}</p>
{{ content }}
<ul>{% for tag in labels %}<li><a href="/tags/#{{ tag }}">{{ tag }}</a></li>{% endfor %}</ul>
{% assign before = collections.newest | getNextCollectionItem %}{% assign after = collections.newest | getPreviousCollectionItem %}<p>{% if before %}<a href="{{ before.url }}">{{ before.data.title | escape }}</a>{% endif %} {% if after %}<a href="{{ after.url }}">{{ after.data.title | escape }}</a>{% endif %}</p>
</article>
`,
  'posts/posts.json': JSON.stringify({ layout: 'post.liquid' }),
  'index.html': `---
layout: default.liquid
---
{% for post in collections.newest limit: 10 %}<section><h2><a href="{{ post.url }}">{{ post.data.title | escape }}</a></h2></section>
{% endfor %}
`,
  'archive.html': `---
layout: default.liquid
title: Archive
permalink: /archive/index.html
---
{% assign year = "" %}<ul>{% for post in collections.newest %}{% assign own = post.date | date: "%Y" %}{% if own != year %}</ul><h2>{{ own }}</h2><ul>{% assign year = own %}{% endif %}<li>{{ post.date | date: "%b %-d" }} <a href="{{ post.url }}">{{ post.data.title | escape }}</a></li>
{% endfor %}</ul>
`,
  'tags.html': `---
layout: default.liquid
title: Tags
permalink: /tags/index.html
---
{% for tag in labels_of_all %}<h2 id="{{ tag }}">{{ tag }}</h2>
<ul>{% for post in collections[tag] %}<li><a href="{{ post.url }}">{{ post.data.title | escape }}</a></li>
{% endfor %}</ul>{% endfor %}
`,
  'feed.liquid': `---
permalink: /feed.xml
---
<rss version="2.0"><channel><title>Bench</title>
{% for post in collections.newest limit: 10 %}<item><title>{{ post.data.title | escape }}</title><link>https://example.org{{ post.url }}</link><description>{{ post.templateContent | escape }}</description></item>
{% endfor %}</channel></rss>
`,
  'css/main.css': CSS,
}

/** Its files by path. */
export function* files(posts, flavour) {
  const made = new Map(Object.entries(FILES))
  if (flavour === 'liquid') {
    made.set('_includes/sidebar.html', SIDEBAR)
    made.set(LAYOUT, FILES[LAYOUT].replace('</article>\n', '</article>\n{% include "sidebar.html" %}'))
  }
  // Eleventy makes a collection of each of a post's own `tags`; here they are made by the configuration. Its times are ISO's.
  yield* made
  for (const { slug, front, body } of posts)
    yield [
      pathOf({ slug }),
      `---\n${front.replace('\ntags:', '\nlabels:').replace(/^(date: .*) (.*) \+0000$/m, '$1T$2Z')}\npermalink: /posts/${slug}/index.html\n---\n${body}`,
    ]
}

export const pathOf = ({ slug }) => `posts/${slug}.md`
export const LAYOUT = '_includes/post.liquid'
