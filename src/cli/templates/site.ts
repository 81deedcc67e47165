/** What `new` makes: a small blog on Whirl's own theme, which comes with the program; nothing is fetched. */
import type { TemplateFile } from './types.ts'

export const SITE_DIRECTORIES: readonly string[] = ['_posts']

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

Attributes below a block give it a file's name, marked lines or the frame of a terminal:

\`\`\`c
SEC("xdp")
int drop_all(struct xdp_md *ctx)
{
	return XDP_DROP;
}
\`\`\`
{: data-file="drop.c" data-mark="4" }

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
    text: `# What every page knows as \`site\`. \`serve\` sees changes here, too.

title: My blog
tagline: Notes on what I build, and how # the heading of the first page
description: >- # shown below it, in feeds and to search engines
  What I found out the hard way, written down so that you need not.
url: "" # where the site will be, without a path: https://example.com
baseurl: "" # the path it will be under, if any: /blog

permalink: /:year/:month/:title/

theme: whirl
# plugins:
#   - search # for readers, in their browser: npm install --save-dev pagefind
#   - social-cards # a picture of each post's title for links to it: npm install --save-dev @resvg/resvg-js

author:
  name: Your name
  # email: you@example.com
  # profiles: { github: you, mastodon: "https://social.example/@you" }

# For whom you worked when you wrote what: the name and logo go with each post of that time.
# employers:
#   acme:
#     name: Acme Networks
#     url: https://acme.example/
#     logo: /assets/acme.svg
#     from: 2024-03
#     role: Software engineer

exclude: [package.json, package-lock.json] # what npm keeps here is not part of the site

license: CC-BY-4.0 # what readers may do with your texts; an SPDX name

whirl:
  palette: luna # or moss, ember, slate
  menu: # the theme makes the archive, and pages of tags and categories
    - { title: Home, url: / }
    - { title: Archive, url: /archive/ }
    - { title: About, url: /about/ }

defaults:
  - scope: { path: "", type: posts }
    values: { layout: post }
`,
  },
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
description: Who writes here, about what, and how to reach me.
---

I am {{ site.author.name }}. I build software, and write here what I learn from it: how things work inside, what broke and why, and
what the numbers said when somebody measured.

## What you find here

{{ site.description }} The [archive]({{ "/archive/" | relative_url }}) has every post, and the
[feed]({{ "/feed.xml" | relative_url }}) brings new ones to your reader.

## Where I have worked

{% include attribution/timeline.html %}

*Employers that you name in \`_config.yml\` stand here with their years; without any, take this part away.*

## Write to me

Corrections are welcome: say which post, and what it should say. Set \`email\` or \`profiles\` of \`author\` in \`_config.yml\`, and say here
how you like to be reached.
`,
  },
  {
    path: '.gitignore',
    text: `_site
node_modules
.jekyll-cache
.jekyll-metadata
.sass-cache
`,
  },
]
