/** The feed as a whole, with attribution and without. */
import { expect, test } from 'vitest'
import { build, post } from './build.ts'

const FILES = { '_posts/2020-01-02-a.md': post('title: A') }

test('the key of an author stands for the person', () => {
  const site = build(
    'url: https://x.example\nauthor: ada\nauthors:\n  ada: { name: Ada, url: /about/ }\nplugins: [attribution, jekyll-feed]',
    FILES,
  )
  const head = site.output('feed.xml')?.split('<entry>')[0]
  expect(head).toContain('<author><name>Ada</name><uri>https://x.example/about/</uri></author>')
  expect(head).not.toContain('<name>ada</name>')
})

test('without attribution it is what jekyll-feed prints', () => {
  const site = build('url: https://x.example\nauthor: ada\nplugins: [jekyll-feed]', FILES)
  expect(site.output('feed.xml')).toContain('<author><name>ada</name></author>')
  expect(site.output('feed.xml')).not.toMatch(/<rights>|<source>/)
})

test('entries name the feed that they are from as it names itself', () => {
  const site = build('url: https://x.example\ntitle: a & b\nplugins: [attribution, jekyll-feed]', FILES)
  const feed = site.output('feed.xml') ?? ''
  const title = '<title type="html">a &amp;amp; b</title>'
  expect(feed.split('<entry>')[0]).toContain(title)
  expect(/<source>.*<\/source>/.exec(feed)?.[0]).toContain(title)
})
