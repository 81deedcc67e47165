/** Random edits of a site's sources, as people and tools make them: the same seed gives the same edits. */
import fs from 'node:fs'
import path from 'node:path'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS = [
  'queue',
  'ring',
  'probe',
  'latency',
  '{{ page.title }}',
  '{{ site.posts.size }}',
  '*patch*',
  '`map`',
]
const ODD = [
  '{% for p in site.posts limit: 3 %}{{ p.title }} {{ p.excerpt | strip_html }}{% endfor %}',
  '{% for p in site.pages %}{{ p.url }} {{ p.content | size }} {% endfor %}',
  '{{ page.next.title }} {{ page.previous.url }}',
  '{% for t in site.tags %}{{ t[0] }}={{ t[1] | size }} {% endfor %}',
  '{{ site.data | jsonify | size }} {{ site.static_files | size }}',
  '{% for d in site.documents %}{{ d.date | date: "%F" }}{{ d.content | size }} {% endfor %}',
  '{{ content | size }} {{ layout.title }}',
  '{% for c in site.collections %}{{ c.label }}{{ c.docs | size }}{{ c.files | size }} {% endfor %}',
  '{% for p in site.related_posts %}{{ p.title }}{% endfor %}',
  '{% assign p = site.posts | first %}{{ p.output | size }}{{ p | jsonify | size }}',
  '{{ site.time | date: "%s" }}',
]

/** Directories that no edit touches, and configurations, which have edits of their own. */
const APART = /(?:^|\/)(?:_site|\.jekyll-cache|\.git)(?:\/|$)|(?:^|\/)_config\.[a-z]+$/

function filesBelow(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((name) => !APART.test(name))
    .sort()
}

/** Makes one edit below `root`, and says which. */
export function edit(root: string, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const files = filesBelow(root)
  const at = (name: string): string => path.join(root, name)
  const read = (name: string): string => fs.readFileSync(at(name), 'latin1')
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(at(name)), { recursive: true })
    fs.writeFileSync(at(name), text, 'latin1')
  }
  const isText = (name: string): boolean =>
    /\.(?:md|markdown|html|ya?ml|json|csv|scss|sass|css|txt|xml|js)$/.test(name)
  const texts = files.filter(isText)
  const headed = texts.filter((name) => /^---\n[\s\S]*?\n?---\n/.test(read(name)))
  const setField = (name: string, key: string, value: string): void => {
    const text = read(name)
    const line = new RegExp(`^${key}:.*$`, 'm')
    const end = text.indexOf('\n---', 3)
    const head = end === -1 ? '---' : text.slice(0, end)
    const rest = end === -1 ? text.slice(3) : text.slice(end)
    write(
      name,
      (line.test(head) ? head.replace(line, `${key}: ${value}`) : `${head}\n${key}: ${value}`) + rest,
    )
  }
  if (texts.length === 0 || headed.length === 0) {
    write('more.md', '---\ntitle: More\n---\nMore.\n')
    return 'create more.md'
  }
  const kinds: readonly (() => string)[] = [
    () => {
      const name = pick(headed)
      write(name, `${read(name)}\n${pick(WORDS)} ${Math.floor(random() * 1000)}\n`)
      return `append to ${name}`
    },
    () => {
      const name = pick(headed)
      write(name, `${read(name)}\n${pick(ODD)}\n`)
      return `a template into ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'title', `Title ${Math.floor(random() * 1000)}`)
      return `title of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'tags', `[t${Math.floor(random() * 4)}, t${Math.floor(random() * 4)}]`)
      return `tags of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'date', `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-11`)
      return `date of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'published', pick(['false', 'true']))
      return `published of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'layout', pick(['default', 'post', 'none', 'missing', 'null']))
      return `layout of ${name}`
    },
    () => {
      const name = pick(files)
      fs.rmSync(at(name))
      return `delete ${name}`
    },
    () => {
      const name = pick(files)
      const parts = path.parse(name)
      const to = path.join(parts.dir, `${parts.name}-${Math.floor(random() * 100)}${parts.ext}`)
      fs.renameSync(at(name), at(to))
      return `rename ${name} to ${to}`
    },
    () => {
      const name = pick(headed)
      const parts = path.parse(name)
      const to = path.join(parts.dir, `${parts.name}x${Math.floor(random() * 100)}${parts.ext}`)
      write(to, read(name))
      return `copy ${name} to ${to}`
    },
    () => {
      const day = `20${10 + Math.floor(random() * 15)}-1${Math.floor(random() * 3)}-0${1 + Math.floor(random() * 9)}`
      const name = `_posts/${day}-new-${Math.floor(random() * 50)}.md`
      write(
        name,
        `---\ntitle: New ${Math.floor(random() * 100)}\ntags: [t1]\n---\nFirst paragraph.\n\n${pick(ODD)}\n`,
      )
      return `create ${name}`
    },
    () => {
      const name = `_data/made${Math.floor(random() * 3)}.yml`
      write(name, `- a: ${Math.floor(random() * 100)}\n`)
      return `data ${name}`
    },
    () => {
      const name = pick(texts)
      // The same length, a moment later: only content tells.
      const text = read(name)
      const place = text.search(/[a-z]{4}\n*$/)
      if (place === -1) return 'nothing'
      write(name, `${text.slice(0, place)}${pick(['q', 'x', 'k', 'w'])}${text.slice(place + 1)}`)
      return `a letter of ${name}`
    },
    () => {
      const config = ['_config.yml', '_config.yaml'].find((name) => fs.existsSync(at(name)))
      if (config === undefined) return 'nothing'
      const text = read(config)
      const line = pick([
        `title: Site ${Math.floor(random() * 10)}`,
        `baseurl: /b${Math.floor(random() * 3)}`,
        `extra: ${Math.floor(random() * 10)}`,
        'show_drafts: true',
        'excerpt_separator: "\\n"',
      ])
      const key = line.slice(0, line.indexOf(':'))
      const rest = text.split('\n').filter((each) => !each.startsWith(`${key}:`))
      write(config, `${rest.join('\n').trimEnd()}\n${line}\n`)
      return `configuration: ${line}`
    },
    () => {
      const name = `files/static${Math.floor(random() * 5)}.txt`
      write(name, `${'static '.repeat(1 + Math.floor(random() * 5))}${Math.floor(random() * 100)}\n`)
      return `static file ${name}`
    },
    () => {
      const name = pick(files)
      const later = new Date(1_700_000_000_000 + Math.floor(random() * 10_000_000) * 1000)
      fs.utimesSync(at(name), later, later)
      return `touch ${name}`
    },
  ]
  return pick(kinds)()
}
