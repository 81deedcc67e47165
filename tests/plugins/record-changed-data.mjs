// Asks the installed Jekyll for the answers of changed-data.txt: `node tests/plugins/record-changed-data.mjs`. Only this
// script writes the sections `answer`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const file = path.join(import.meta.dirname, 'changed-data.txt')
const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
// What a memory tree says of its files.
const MTIME = 1704067200
const PLUGIN = `
class Change < Jekyll::Generator
  def generate(site)
    set = YAML.unsafe_load(ENV['SET'])
    [site.posts.docs, site.collections['notes'].docs, site.pages].flatten.each do |doc|
      doc.data.merge!(set) if doc.relative_path.include?('changed')
    end
  end
end
`

const [head, siteCase, ...cases] = fs.readFileSync(file, 'utf8').split(/^(?==== )/m)
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'changed-data-'))
for (const [, name, text] of siteCase.matchAll(/^-- (.+) --\n([\s\S]*?)(?=^-- |$(?![\s\S]))/gm)) {
  const target = path.join(dir, name)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  fs.writeFileSync(target, text)
  fs.utimesSync(target, MTIME, MTIME)
}
fs.mkdirSync(path.join(dir, '_plugins'))
fs.writeFileSync(path.join(dir, '_plugins/change.rb'), PLUGIN)

const answered = cases.map((one) => {
  const question = one.replace(/^-- answer --\n[\s\S]*$/m, '')
  const set = /-- set --\n([\s\S]*)/.exec(question)[1]
  fs.rmSync(path.join(dir, '_site'), { recursive: true, force: true })
  const done = spawnSync('jekyll', ['build', '-q', '--disable-disk-cache', '-s', dir, '-d', `${dir}/_site`], {
    encoding: 'utf8',
    env: { ...env, SET: set },
  })
  if (done.status !== 0) throw new Error(done.stderr)
  const files = fs
    .readdirSync(`${dir}/_site`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort()
  const lines = files.map(
    (each) => `${path.relative(`${dir}/_site`, each)}\n${fs.readFileSync(each, 'utf8').trim()}\n`,
  )
  return `${question}-- answer --\n${lines.join('\n')}`
})
fs.writeFileSync(file, [head, siteCase, ...answered].join(''))
fs.rmSync(dir, { recursive: true })
