/** `theme.root`, which Jekyll 4.4 tells only where `JEKYLL_ENV` says `development`: it is a path of the builder's machine. */
import { expect, test } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import { ThemeDrop } from '../../src/render/drops/theme.ts'
import { configFrom } from '../../src/site/index.ts'

const theme = { name: 'minima', root: '/gems/minima-2.5.2' } as const

function root(compat: string, variables: Readonly<Record<string, string>>): unknown {
  const { config } = configFrom(new Map([['compat', compat]]), new Map(), {
    cwd: '/',
    variables,
    zone: zoneFor('UTC'),
    home: '/',
  })
  return new ThemeDrop({ config, theme, variable: (name) => variables[name] }).get('root')
}

test('theme.root', () => {
  expect(root('jekyll-4.3', {})).toBe(theme.root)
  expect(root('jekyll-4.4', {})).toBe('')
  expect(root('jekyll-4.4', { JEKYLL_ENV: 'production' })).toBe('')
  expect(root('jekyll-4.4', { JEKYLL_ENV: 'development' })).toBe(theme.root)
})
