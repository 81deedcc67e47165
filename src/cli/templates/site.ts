/** What `new` makes: a small blog with its own layouts, which builds and reads well with no theme and no network. */
import { SITE_STYLE } from './site-style.ts'
import type { TemplateFile } from './types.ts'

export const SITE_DIRECTORIES: readonly string[] = ['_posts', '_layouts', 'assets/css']

const FIRST_POST = `---
title: Welcome
categories: [notes]
---

This post is a file in \`_posts\`. Change it, and the page follows when you run \`whirl serve\`.

A new post is a file called \`YEAR-MONTH-DAY-title.md\` in the same place, or one command:

\`\`\`sh
whirl post "A better title"
\`\`\`

Code is coloured as it is built, without a script in the page:

\`\`\`ts
export function greet(name: string): string {
  return \`Hello, \${name}\` // an ordinary comment
}
\`\`\`

Tables and notes[^1] need no plugin:

| command | what it does |
|---|---|
| \`whirl build\` | writes the site to \`_site\` |
| \`whirl serve\` | shows it at <http://localhost:4000> |
| \`whirl doctor\` | looks for what may go wrong |

[^1]: This is one.
`

/** The files, with a first post of `day` (`2024-01-02`): its name has the date, so that its front matter needs none. */
export function siteFiles(day: string): readonly TemplateFile[] {
  return [...FIXED, { path: `_posts/${day}-welcome.markdown`, text: FIRST_POST }]
}

const FIXED: readonly TemplateFile[] = [
  {
    path: '_config.yml',
    text: `# What every page knows as \`site\`. Restart \`serve\` after a change here.

title: My blog
description: >- # shown on the first page, in feeds and to search engines
  Notes on what I build, and how.
url: "" # where the site will be, without a path: https://example.com
baseurl: "" # the path it will be under, if any: /blog

permalink: /:year/:month/:title/

plugins:
  - jekyll-feed
  - jekyll-seo-tag

defaults:
  - scope: { path: "", type: posts }
    values: { layout: post }
`,
  },
  {
    path: '_layouts/default.html',
    text: `<!doctype html>
<html lang="{{ page.lang | default: site.lang | default: "en" }}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    {% seo %}
    {% feed_meta %}
    <link rel="stylesheet" href="{{ "/assets/css/style.css" | relative_url }}">
  </head>
  <body>
    <header class="site-header">
      <a class="site-title" href="{{ "/" | relative_url }}">{{ site.title | escape }}</a>
      <nav>
        {%- assign listed = site.pages | where_exp: "item", "item.menu" | sort: "menu" -%}
        {%- for item in listed %}
        <a href="{{ item.url | relative_url }}">{{ item.title | escape }}</a>
        {%- endfor %}
        <a href="{{ "/feed.xml" | relative_url }}">Feed</a>
      </nav>
    </header>
    <main>
{{ content }}
    </main>
    <footer class="site-footer">
      <p>{{ site.description | escape }}</p>
    </footer>
  </body>
</html>
`,
  },
  {
    path: '_layouts/home.html',
    text: `---
layout: default
---
{{ content }}
<ul class="post-list">
  {%- for post in site.posts %}
  <li>
    <time datetime="{{ post.date | date_to_xmlschema }}">{{ post.date | date: "%-d %B %Y" }}</time>
    <h2><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></h2>
    <p>{{ post.excerpt | strip_html | strip | truncate: 200 }}</p>
  </li>
  {%- endfor %}
</ul>
`,
  },
  {
    path: '_layouts/page.html',
    text: `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
{{ content }}
</article>
`,
  },
  {
    path: '_layouts/post.html',
    text: `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
<p><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%-d %B %Y" }}</time></p>
{{ content }}
</article>
`,
  },
  { path: 'assets/css/style.css', text: SITE_STYLE },
  {
    path: 'index.markdown',
    text: `---
layout: home
---
`,
  },
  {
    path: 'about.markdown',
    text: `---
layout: page
title: About
permalink: /about/
menu: 1
---

Write here who you are. A page shows in the menu when it has a \`menu\` number; this one is \`about.markdown\`.
`,
  },
  {
    path: '404.html',
    text: `---
layout: page
title: Nothing here
permalink: /404.html
---
<p>There is no page at this address. <a href="{{ "/" | relative_url }}">To the first page</a></p>
`,
  },
  {
    path: '.gitignore',
    text: `_site
.jekyll-cache
.jekyll-metadata
.sass-cache
`,
  },
]
