/** Words longer than a phone is wide break, wherever the theme shows them: no page scrolls sideways. */
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StrictServer, serveStrictly } from '../../tools/browser/strict-server.mjs'
import { runIn } from '../cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { CHROMIUM, contextOf, withoutChromium } from './chromium.ts'

const W = 'Longword'.repeat(13)
const post = (title: string, more = ''): string => `---
title: ${title}
layout: post
description: ${W}
tags: [${W}, short]
categories: [${W}]
series: ${W}
${more}---
Text with a ${W}.

## ${W}

> [!NOTE] ${W}
> ${W}

{% details "${W}" %}
${W}
{% enddetails %}

{% tabs %}
{% tab "${W}" %}
${W}
{% endtab %}
{% endtabs %}

- [${W}](/archive/)
{: .cards }

- ${W}
  - ${W}

## A ${W}

\`\`\`c title="${W}.c"
int x;
\`\`\`

Word \`${W}\`
: ${W}

## The ${W}

| Short | Words of a table stay whole |
|---|---|
| ${W} | x |
`

/** What sticks out of the window, unless it lies in something that scrolls by itself. */
const STICKING = `[...document.querySelectorAll('body *')]
  .filter((element) => {
    if (element.closest('.table, pre, .code, .skip, .tab-list') || !element.checkVisibility()) return false
    const { left, right } = element.getBoundingClientRect()
    return left < -0.5 || right > document.documentElement.clientWidth + 0.5
  })
  .map((element) => element.outerHTML.slice(0, 90))`

describe.skipIf(withoutChromium())('long words in Chromium', () => {
  let site: SiteFolder
  let server: StrictServer
  let browser: Browser

  beforeAll(async () => {
    site = makeSite({
      '_config.yml': `title: ${W}
tagline: ${W}
description: ${W}
url: https://notes.example
timezone: UTC
theme: whirl
permalink: /:title/
plugins: [writing]
default_lang: en
languages: { en: {}, ar: { title: ${W} } }
author: { name: ${W}, url: /about/ }
employers: { acme: { name: ${W}, role: ${W}, from: 2020-01, profiles: [{ name: web, label: ${W}, url: "https://a.example" }] } }
whirl:
  related: 2
  share: [mastodon, email]
  lists: { authors: /authors/ }
  newsletter: { action: "https://mail.example/s", text: ${W} }
  menu: [{ title: ${W}, url: /archive/ }, { title: ${W}, items: [{ title: ${W}, url: /tags/ }] }]
`,
      'index.md': '---\nlayout: home\n---\n',
      '_posts/2024-01-01-a.md': post(`a${W}`),
      '_posts/2024-01-02-b.md': post(`b${W}`, 'pin: true\n'),
      '_posts/2024-01-03-c.md': post(`c${W}`),
      '_posts/ar/2024-01-01-d.md': post(`d${W}`),
      '_posts/ar/2024-01-02-e.md': post(`e${W}`),
      '_posts/ar/2024-01-03-f.md': post(`f${W}`),
    })
    const { code, err } = await runIn(site.root, ['build'], { SOURCE_DATE_EPOCH: '1750000000' })
    if (code !== 0) throw new Error(err)
    server = await serveStrictly(site.at('_site'))
    browser = await chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    site?.remove('.')
  })

  test('nothing sticks out 320, 800 and 1280 pixels wide', async () => {
    const context = await contextOf(browser)
    const page = await context.newPage()
    const word = W.toLowerCase()
    const found: string[] = []
    for (const address of [
      '/b/',
      '/ar/e/',
      '/',
      '/ar/',
      '/archive/',
      '/tags/',
      `/tags/${word}/`,
      '/series/',
      '/authors/',
      `/authors/${word}/`,
      '/employers/',
      '/employers/acme/',
    ]) {
      const answer = await page.goto(server.origin + address, { waitUntil: 'load' })
      expect([address, answer?.status()]).toEqual([address, 200])
      await page.evaluate(
        "for (const each of document.querySelectorAll('main details, .menu details')) each.open = true",
      )
      for (const width of [320, 800, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        const spare = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        if (spare !== 0) found.push(`${address} ${width}: ${spare} pixels wider than the window`)
        for (const html of (await page.evaluate(STICKING)) as readonly string[])
          found.push(`${address} ${width}: ${html}`)
      }
    }
    await context.close()
    expect(found).toEqual([])
  })
})
