/** Addresses by Hugo's patterns. What is expected is what `hugo list all` of Hugo 0.111.3 prints for such a page. */
import { expect, test } from 'vitest'
import { hugoAddress, urlized } from '../../src/imports/hugo-permalinks.ts'

const PAGE = {
  date: '2024-03-05T10:00:00Z',
  sections: ['posts'],
  title: '日本語 Title',
  slug: '',
  name: 'c',
}

test.each([
  [
    '/:year/:month/:day/:yearday/:weekday/:weekdayname/:monthname/:section/:title/',
    '/2024/03/05/65/2/tuesday/march/posts/日本語-title/',
  ],
  ['/n/:06/:1/:2/:title.html', '/n/24/3/5/日本語-title.html/'],
  ['/:slug/:filename/:slugorfilename', '/日本語-title/c/c/'],
])('%s', (pattern, address) => {
  expect(hugoAddress(pattern, PAGE)).toBe(address)
})

test.each([
  [['deep', 'x', 'y'], '/deep/x/y/ax/y/by/cdeep/dx/edeep/x/'],
  [['deep', 'x'], '/deep/x/ax/bx/cdeep/dx/edeep/'],
  [['deep'], '/deep/a/bdeep/cdeep/d/e/'],
])('slices of the sections %j', (sections, address) => {
  const pattern =
    '/:sections/a:sections[1:]/b:sections[last]/c:sections[:1]/d:sections[1:2]/e:sections[:last]/'
  expect(hugoAddress(pattern, { ...PAGE, sections })).toBe(address)
})

test('a slug of its own goes before title and name', () => {
  expect(hugoAddress('/:slug/:slugorfilename/', { ...PAGE, slug: 'My Slug' })).toBe('/my-slug/my-slug/')
})

test('a pattern with a word that is none gives no address', () => {
  expect(hugoAddress('/:nothing/', PAGE)).toBeUndefined()
  expect(hugoAddress('/:year/', { ...PAGE, date: undefined })).toBeUndefined()
})

test.each([
  ['- a', '-a'],
  ['a -', 'a-'],
  ['a  b', 'a-b'],
  ['a\tb', 'a-b'],
  ['a - b', 'a-b'],
  ['a -- b', 'a--b'],
  ['a---b', 'a---b'],
  ['a / b', 'a-/-b'],
  ['a_ b', 'a_-b'],
  ['a & b', 'a-b'],
  ['a-& b', 'a-b'],
  ['a+b', 'a-b'],
  ['a +b', 'a-b'],
  ['a ++ b', 'a--b'],
  ['A+b + c', 'a-b--c'],
  ['C++', 'c-'],
  ['What is: C++ & Co? x', 'what-is-c-co-x'],
  ['A.b . c', 'a.b-.-c'],
  ['A@b @ c', 'a@b-@-c'],
  ['A~b ~ c', 'a~b-~-c'],
  ["A'b ’ “c” (d) 50% é_x", 'ab-c-d-50-é_x'],
])('%j in an address', (title, made) => {
  expect(urlized(title)).toBe(made)
})
