/** A small blog on the theme with one of everything, built by the program into a directory. */
import fs from 'node:fs'
import path from 'node:path'
import { runIn } from '../cli/host.ts'
import { folderAt, newFolder } from '../site-maker.ts'

const CONFIG = `title: Line Notes
tagline: Notes on moving packets
description: A notebook on datapaths, and on the small details that decide whether they keep up.
url: https://notes.example
timezone: UTC
permalink: /:year/:month/:title/
theme: whirl
plugins: [search]
author:
  name: Ada Quell
  email: ada@notes.example
  url: /about/
  profiles: { github: ada-quell, mastodon: "https://social.example/@ada", orcid: 0000-0002-1825-0097 }
license: CC-BY-4.0
disclaimer: Companies named here employed the author when the work was done; *no partnership* is meant.
employers:
  acme:
    name: Acme Networks
    url: https://acme.example/
    blog: https://acme.example/blog/
    logo: { light: /assets/acme.svg, dark: /assets/acme-dark.svg, width: 96, height: 32 }
    from: 2020-01
    to: 2023-12
    role: Software engineer
    text: Acme made routers until nobody wanted them.
  borealis:
    name: Borealis
    logo: /assets/acme.svg
    from: 2024-01
whirl:
  comments:
    giscus: { repo: ada/notes, repo_id: R_x, category: General, category_id: DIC_x }
defaults:
  - scope: { path: "", type: posts }
    values: { layout: post }
`

const LOGO = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 32" width="96" height="32"><rect width="96" height="32" rx="6" fill="${colour}"/></svg>\n`

const PARAGRAPH =
  'A datapath that keeps up has little time for each packet, so whatever it does must be decided before the packet comes. That is why tables matter more than code, and why a table that fits a cache matters most of all.'

const LONG = `---
title: "What a program sees of a packet, and what it has to prove before it may look"
description: Two pointers and a promise; everything else has to be shown.
tags: [ebpf, XDP, C++]
categories: [kernel]
series: The way up
last_modified_at: 2023-07-01
credits:
  - { asset: /assets/diagram.svg, title: The way of a packet, author: Bo Lindqvist, license: CC-BY-SA-4.0, source: "https://example.org/way" }
---
A packet comes as *two pointers*[^two] and nothing else.

## The smallest program

It counts and passes. The phrase pelagic quokka stands nowhere else.

\`\`\`c
int count(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data; /* begins here
	                                         and ends here */
	if (data + 14 > end)
		return XDP_DROP; // a line that is a good deal longer than the column that it stands in, so it scrolls
	return XDP_PASS;
}
\`\`\`
{: data-file="count.c" data-mark="3-4" data-add="5" data-del="7"}

\`\`\`console
$ ip link set dev eth0 xdp obj count.o
$ bpftool prog show
42: xdp  name count
\`\`\`
{: data-title="router1"}

### A difference

\`\`\`diff
-	return XDP_PASS;
+	return XDP_TX;
\`\`\`

| Action | Value | Cost |
|--------|:-----:|-----:|
| \`XDP_DROP\` | 1 | 12 |
| \`XDP_PASS\` | 2 | 310 |

## The picture

{% include attribution/figure.html src="/assets/diagram.svg" alt="A packet on its way" caption="A packet, *on its way*" width="480" height="160" %}

> A colleague who reads every line.

${Array.from({ length: 12 }, () => PARAGRAPH).join('\n\n')}

## What it costs

Term
: what it means

${Array.from({ length: 12 }, () => PARAGRAPH).join('\n\n')}

[^two]: Or four, with [the metadata](https://docs.kernel.org/).
`

const short = (title: string, series = ''): string =>
  `---\ntitle: ${title}\ntags: [ebpf]\n${series}---\n${PARAGRAPH}\n\n## One\n\n${PARAGRAPH}\n`

const FILES: Readonly<Record<string, string>> = {
  '_config.yml': CONFIG,
  'index.md': '---\nlayout: home\n---\n',
  'about.md':
    '---\nlayout: page\ntitle: About\npermalink: /about/\nnav: true\n---\nWrite to {% include email.html %}.\n\n## Jobs\n\n{% include attribution/timeline.html %}\n',
  '_posts/2023-06-01-a-long-post.md': LONG,
  '_posts/2023-06-08-second.md': short('The second part', 'series: The way up\n'),
  '_posts/2024-02-01-third.md': short('A third thing'),
  'assets/acme.svg': LOGO('#0b5fa5'),
  'assets/acme-dark.svg': LOGO('#8cc8ff'),
  'assets/diagram.svg': LOGO('#3a8f5c'),
}

/** Pages of nine kinds. */
export const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  'long post': '/2023/06/a-long-post/',
  page: '/about/',
  archive: '/archive/',
  tag: '/tags/ebpf/',
  employer: '/employers/acme/',
  employers: '/employers/',
  credits: '/credits/',
  search: '/search/',
  'lost address': '/404.html',
}

export interface Blog {
  /** the built site */
  readonly root: string
  read(file: string): string
  remove(): void
}

/** Builds the blog, with `files` over its own, called with the `flags`. Throws what the program printed when it cannot be built. */
export async function buildBlog(
  files: Readonly<Record<string, string>> = {},
  ...flags: readonly string[]
): Promise<Blog> {
  return buildFiles({ ...FILES, ...files }, ...flags)
}

/** Builds a site of `files`, called with the `flags`. Throws what the program printed when it cannot be built, or warns. */
export async function buildFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...flags: readonly string[]
): Promise<Blog> {
  const place = newFolder()
  folderAt(place.at('site')).put(files)
  const root = place.at('out')
  const built = await runIn(place.at('site'), ['build', '--destination', root, ...flags], {
    SOURCE_DATE_EPOCH: '1750000000',
  })
  if (built.code !== 0 || built.err !== '') throw new Error(`${built.out}${built.err}`)
  return {
    root,
    read: (file) => fs.readFileSync(path.join(root, file), 'utf8'),
    remove: () => place.remove('.'),
  }
}
