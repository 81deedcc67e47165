/**
 * Makes a blog of N posts, the same words for every generator: a folder each, `jekyll/` (for Jekyll and Whirl), `hugo/`,
 * `eleventy/`.
 *
 *     node bench/generate-site.mjs POSTS DIRECTORY [plain|code|liquid]
 *
 * Around the posts: an index, an archive by year, a page of tags, a feed, a plain style sheet. In a `code` blog most blocks
 * are code; in a `liquid` blog every post has lists of other posts beside it. The same words always give the same bytes.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import * as eleventy from './blog/eleventy.mjs'
import * as hugo from './blog/hugo.mjs'
import * as jekyll from './blog/jekyll.mjs'
import { post } from './blog/posts.mjs'

const KINDS = { jekyll, hugo, eleventy }
export const FLAVOURS = ['plain', 'code', 'liquid']

/** Writes the blog of `posts` posts for `kinds` below `directory`, each unless it is there already. */
export function generateSite(posts, directory, { flavour = 'plain', kinds = ['jekyll', 'hugo'] } = {}) {
  const version = ownVersion()
  for (const kind of kinds) {
    const stamp = path.join(directory, `${kind}.made-of`)
    const made = `${posts} ${flavour} ${version}`
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === made) continue
    const root = path.join(directory, kind)
    fs.rmSync(root, { recursive: true, force: true })
    fs.rmSync(stamp, { force: true })
    const folders = new Set()
    for (const [file, text] of KINDS[kind].files(allPosts(posts, flavour), flavour)) {
      const target = path.join(root, file)
      const folder = path.dirname(target)
      if (!folders.has(folder)) fs.mkdirSync(folder, { recursive: true })
      folders.add(folder)
      fs.writeFileSync(target, text)
    }
    fs.writeFileSync(stamp, made)
  }
}

/** What changes with the files that make a blog. */
function ownVersion() {
  const hash = createHash('sha256')
  const folder = path.join(import.meta.dirname, 'blog')
  for (const name of fs.readdirSync(folder).sort()) hash.update(fs.readFileSync(path.join(folder, name)))
  return hash.digest('hex')
}

function* allPosts(posts, flavour) {
  for (let index = 0; index < posts; index++) yield post(index, flavour)
}

/** What is edited of the blog of `kind`: the post in the middle, the layout of all, and where that post comes out. */
export function editedPlaces(kind, posts, flavour) {
  const middle = post(Math.floor(posts / 2), flavour)
  const { pathOf, LAYOUT } = KINDS[kind]
  return { post: pathOf(middle), layout: LAYOUT, page: `posts/${middle.slug}/index.html` }
}

if (process.argv[1] === import.meta.filename) {
  const [posts, directory, flavour = 'plain'] = process.argv.slice(2)
  if (!(Number(posts) > 0) || directory === undefined || !FLAVOURS.includes(flavour)) {
    console.error(`usage: node bench/generate-site.mjs POSTS DIRECTORY [${FLAVOURS.join('|')}]`)
    process.exit(2)
  }
  generateSite(Number(posts), directory, { flavour, kinds: Object.keys(KINDS) })
}
