// The templates and data of the Liquid bench: a post's layout with includes, an index over all posts, a feed.

export const partials = {
  head: `<head>
<meta charset="utf-8">
<title>{% if page.title %}{{ page.title | escape }}{% else %}{{ site.title | escape }}{% endif %}</title>
<meta name="description" content="{% if page.excerpt %}{{ page.excerpt | strip_html | strip_newlines | truncate: 160 }}{% else %}{{ site.description }}{% endif %}">
<link rel="canonical" href="{{ page.url | prepend: site.url }}">
<link rel="alternate" type="application/atom+xml" title="{{ site.title | escape }}" href="{{ '/feed.xml' | prepend: site.url }}">
</head>
`,
  header: `<header class="site-header">
<a class="site-title" href="/">{{ site.title }}</a>
<nav>{% assign links = "about,archive,tags,contact" | split: "," %}{% for link in links %}
<a href="/{{ link }}/"{% if page.url contains link %} class="current"{% endif %}>{{ link | capitalize }}</a>{% endfor %}
</nav>
</header>
`,
  footer: `<footer>
<p>{{ site.title | escape }}: {% for tag in page.tags %}{{ tag | upcase }}{% unless forloop.last %}, {% endunless %}{% endfor %}</p>
{% comment %} nothing here {% endcomment %}
<p>Copyright {{ page.year | default: "today" }}</p>
</footer>
`,
}

export const templates = {
  'post layout': `<!doctype html>
<html lang="en">
{% include 'head' %}
<body>
{% include 'header' %}
<main>
<article>
<h1>{{ page.title }}</h1>
<p class="meta"><time>{{ page.year }}</time>{% if page.author %} by {{ page.author }}{% endif %}{% if page.tags.size > 0 %} in {{ page.tags | join: ", " }}{% endif %}</p>
{{ content }}
</article>
{% if page.next.url %}<a href="{{ page.next.url }}">{{ page.next.title | escape }}</a>{% endif %}
</main>
{% include 'footer' %}
</body>
</html>
`,
  index: `<ul>
{% for post in site.posts %}{% if post.draft != true %}<li class="{% cycle 'odd', 'even' %}">
<a href="{{ post.url | prepend: site.url }}">{{ post.title | escape }}</a>
{% for tag in post.tags %}<span>{{ tag | upcase }}</span>{% unless forloop.last %}, {% endunless %}{% endfor %}
<p>{{ post.excerpt | strip_html | truncatewords: 12 }}</p>
</li>
{% endif %}{% endfor %}</ul>
`,
  feed: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>{{ site.title | escape }}</title>
{% for post in site.posts limit:50 %}{% assign id = post.url | prepend: site.url | append: "#entry" %}<entry>
<title type="html">{{ post.title | strip_html | strip_newlines | escape }}</title>
<link href="{{ post.url | prepend: site.url }}" rel="alternate" type="text/html" title="{{ post.title | escape }}"/>
<id>{{ id }}</id>
<content type="html">{{ post.excerpt | strip | escape }}</content>
{% for tag in post.tags %}<category term="{{ tag | escape }}"/>{% endfor %}
{% if post.author %}<author><name>{{ post.author }}</name></author>{% else %}<author><name>{{ site.title }}</name></author>{% endif %}
<summary type="html">{{ post.excerpt | strip_html | strip_newlines | truncate: 140 | escape }}</summary>
</entry>
{% endfor %}</feed>
`,
}

const TAGS = ['networking', 'ebpf', 'linux', 'dpdk', 'p4', 'hardware', 'rust', 'go']

/** `count` posts as plain objects, the same each time. */
export function postsOf(count) {
  return Array.from({ length: count }, (_, i) => ({
    title: `Post ${i} on <fast> paths & "queues"`,
    url: `/2024/${(i % 12) + 1}/post-${i}/`,
    year: 2024,
    draft: i % 10 === 9,
    author: i % 3 === 0 ? 'Q. Author' : null,
    tags: [TAGS[i % 8], TAGS[(i * 3 + 1) % 8], TAGS[(i * 5 + 2) % 8]],
    excerpt: `<p>This is the <em>excerpt</em> of post ${i}: it tells of packets &amp; queues,\nof what happens when a ring is full, and of the ${i % 7} ways to see it happen before users do.</p>\n`,
  }))
}
