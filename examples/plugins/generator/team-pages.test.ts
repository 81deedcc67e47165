import { expect, test } from 'vitest'
import { testSite } from 'whirl-blog/testing'
import teamPages from './team-pages.ts'

const SITE = `
-- _data/team.yml --
- name: Ada Lovelace
  role: Analyst
  about: Wrote the *first* program.
- name: Alan Turing
  role: Theorist
-- _layouts/default.html --
{{ page.title }}, {{ page.role }}: {{ content }}
-- _layouts/member.html --
Member {{ page.title }}
-- index.html --
---
---
{{ site.data.team_size }} members
`

test('each member has a page', async () => {
  const site = await testSite(SITE, { plugins: [teamPages] })
  expect(site.output('team/ada-lovelace/index.html')).toBe(
    'Ada Lovelace, Analyst: <p>Wrote the <em>first</em> program.</p>\n\n',
  )
  expect(site.output('team/alan-turing/index.html')).toContain('Alan Turing, Theorist')
  expect(site.output('index.html')).toContain('2 members')
  expect(site.log).toEqual(['Team pages: 2 written'])
})

test('directory and layout come from the configuration', async () => {
  const config = { 'team-pages': { directory: 'people', layout: 'member' } }
  const site = await testSite(SITE, { plugins: [teamPages], config })
  expect(site.output('people/ada-lovelace/index.html')).toContain('Member Ada Lovelace')
})

test('a site without a team stays as it is', async () => {
  const site = await testSite({ 'index.html': '---\n---\nhi' }, { plugins: [teamPages] })
  expect([...site.outputs.keys()]).toEqual(['index.html'])
})
