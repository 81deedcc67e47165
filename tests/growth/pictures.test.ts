/** Pictures of finished pages. */
import { dressPictures } from '../../src/bundled/pictures/dress.ts'
import { withoutPairs } from '../../src/bundled/pictures/feed-pictures.ts'
import { galleryParts } from '../../src/bundled/pictures/gallery-parts.ts'
import { fill, type Generators, growthTable, inside } from './table.ts'

const PICTURE = { width: 3, height: 2, format: 'png', animated: false, digest: '0123456789abcdef' } as const
const DESK = {
  options: { sizes: true, formats: [], widths: [480], slot: '100vw' },
  find: (url: string) => ({ url, picture: PICTURE }),
  look: () => undefined,
  link: (url: string) => url,
}

const PAGES: Generators = {
  pictures: fill('<img src="/a.png" dark="/b.png">'),
  'half pictures': fill('<img '),
  'blanks in a picture': inside('<img src="/a.png" ', ' ', 'alt="">'),
  'blanks in a pair': inside('<img src="/a.png" dark="/b.png" ', ' ', 'alt="">'),
  'blanks before the end': inside('<img src="/a.png" ', ' ', '/>'),
  'blanks behind dark': inside('<img src="/a.png" dark', ' dark ', '>'),
  comments: fill('<!--'),
  drawings: fill('<svg>'),
}
growthTable('pictures of a page', PAGES, (html) => dressPictures(html, DESK), { patterns: true })

const FEEDS: Generators = {
  pairs: fill('&lt;img src=&quot;/a.png&quot; dark=&quot;/b.png&quot;&gt;'),
  'half pairs': fill('&lt;img src=&quot;/a.png&quot; dark=&quot;'),
  pictures: fill('&lt;img '),
  words: inside('&lt;img ', 'dark=&quot;', '&gt;'),
  'pairs of HTML': fill('<img src="/a.png" dark="/b.png">'),
  'half pairs of HTML': fill('<img src="/a.png" dark="'),
  'in JSON': fill('<img src=\\"/a.png\\" dark=\\"/b.png\\">'),
  'half in JSON': fill('\\u003cimg dark=\\"'),
}
growthTable('pictures of a feed', FEEDS, withoutPairs, { patterns: true })

const GALLERIES: Generators = {
  pictures: fill('<p><img src="/a.png" alt="" /></p>'),
  'half pictures': fill('<img '),
  'half pictures in a link': inside('<a href="/">', '<img ', '</a>'),
  'open links': fill('<a href="/">'),
  'links in links': fill('<a href="/"><img src="/a.png"></a'),
  'open paragraphs': fill('<p>'),
  'breaks in a line': inside('<p>', '<br />', 'a</p>'),
  'breaks behind a line': inside('<p>a', '<br />', '</p>'),
  'blanks in a line': inside('<p>a', ' ', 'b</p>'),
  comments: fill('<!--'),
  angles: fill('< '),
}
growthTable('a block of pictures', GALLERIES, galleryParts, { patterns: true })
