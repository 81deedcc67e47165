/** What `new --blank` makes: the bare shape of a site. */
import type { JekyllRules } from '../../site/index.ts'
import type { TemplateFile } from './types.ts'

export const BLANK_DIRECTORIES: readonly string[] = [
  '_data',
  '_drafts',
  '_includes',
  '_layouts',
  '_posts',
  '_sass',
  'assets/css',
]

export function blankFiles({ blankPartial: partial }: JekyllRules): readonly TemplateFile[] {
  return [
    {
      path: '_config.yml',
      text: `title: "" # what the site is called
url: "" # where it will be, without a path: https://example.com
baseurl: "" # the path it will be under, if any: /blog
`,
    },
    {
      path: 'index.md',
      text: `---
layout: default
title: "Hello"
---

## It works

This page is \`index.md\`. Its frame is \`_layouts/default.html\`.
`,
    },
    {
      path: '_layouts/default.html',
      text: `<!doctype html>
<html lang="{{ site.lang | default: "en" }}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ page.title }}{% if site.title != "" %} · {{ site.title }}{% endif %}</title>
    <link rel="stylesheet" href="{{ "/assets/css/main.css" | relative_url }}">
  </head>
  <body>
    {{ content }}
  </body>
</html>
`,
    },
    {
      path: `_sass/${partial}.scss`,
      text: `$text: #222;
$ground: #fff;

body {
  margin: 2rem auto;
  max-width: 40rem;
  padding: 0 1rem;
  color: $text;
  background: $ground;
  font: 1rem/1.6 system-ui, sans-serif;
}
`,
    },
    {
      path: 'assets/css/main.scss',
      text: `---
---

@use "${partial}";
`,
    },
  ]
}
