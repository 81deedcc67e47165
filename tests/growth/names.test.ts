/** Names of posts and what is made of them. */
import { nameParts, titleFromSlug } from '../../src/site/titles.ts'
import { fill, type Generators, growthTable, inside } from './table.ts'

const NAMES: Generators = {
  hyphens: inside('2020-01-01-', '-', '.md'),
  words: inside('2020-01-01-', 'a-', '.md'),
  digits: inside('2020-01-01-', '1-', '.md'),
  dots: inside('2020-01-01-', '.', 'md'),
  'dots at the end': inside('2020-01-01-a', '.'),
  dates: fill('2020-01-01-'),
  'no extension': fill('a-'),
}
growthTable('the name of a post', NAMES, (name) => titleFromSlug(nameParts(name)?.slug ?? name), {
  patterns: true,
})
