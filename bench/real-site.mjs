/** A site that somebody has: a folder, or a git repository here or elsewhere. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/**
 * The site that `word` names: a folder, a repository (bare, too), an address of one, `NAME=` before it or not. Repositories
 * are cloned below `work`, once.
 */
export function realSite(word, work) {
  const [, given, from] = /^(?:([\w.-]+)=)?(.*)$/s.exec(word)
  const name = given ?? path.basename(from.replace(/\/(?:repo|\.git)\/?$/, '').replace(/\.git$/, ''))
  const isBare = fs.existsSync(path.join(from, 'HEAD'))
  const isFolder = !isBare && fs.existsSync(from)
  const source = isFolder ? path.resolve(from) : path.join(work, 'real', name)
  if (!fs.existsSync(source)) {
    const address = isBare ? `file://${path.resolve(from)}` : from
    const { status } = spawnSync('git', ['clone', '--quiet', '--depth', '1', address, source], {
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error(`${from} cannot be cloned`)
  }
  const posts = postsIn(source)
  const layout = ['post', 'default']
    .map((each) => `_layouts/${each}.html`)
    .find((each) => fs.existsSync(path.join(source, each)))
  return {
    name,
    posts: posts.length,
    sourceOf: () => source,
    placesOf: () => ({ post: posts.at(-1), layout }),
  }
}

/** The posts of a site, the newest last. */
function postsIn(source) {
  const folder = path.join(source, '_posts')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /(?:^|\/)\d{4}-\d+-\d+-.*\.(?:md|markdown)$/.test(file))
    .sort((a, b) => (path.basename(a) < path.basename(b) ? -1 : 1))
    .map((file) => path.join('_posts', file))
}
