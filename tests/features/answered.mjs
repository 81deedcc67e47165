/**
 * Sites in a text, what Jekyll says and does about them in answers.json. Plain JavaScript, so that the generator runs
 * without a bundler.
 *
 * A section is a file of the site (`../x` lies beside it; `NAME.utf16`, `NAME.latin1`: in that encoding; `NAME.crlf`: its lines
 * ended as on Windows), or:
 * `args` flags of the build or, beginning with a word, the whole command line; `env` NAME=value; `links` NAME -> target;
 * `ours` where we mean to differ, and why; what differs stands in ours.json.
 */
import fs from 'node:fs'
import path from 'node:path'

/** The cases of every *.txt in this folder. */
export function readAll() {
  return fs
    .readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readCases(name))
}

/** The cases of the file `name`. */
export function readCases(name) {
  const text = fs.readFileSync(path.join(import.meta.dirname, name), 'utf8')
  return text
    .split(/^=== /m)
    .slice(1)
    .map((chunk) => readCase(path.basename(name, '.txt'), chunk))
}

function readCase(group, chunk) {
  const [title, ...sections] = chunk.split(/^-- (.+) --$/m)
  const one = {
    group,
    title: title.trim(),
    args: ['build'],
    env: {},
    links: [],
    files: new Map(),
    ours: undefined,
  }
  for (let i = 0; i < sections.length; i += 2) {
    const name = sections[i]
    const body = sections[i + 1].replace(/^\n/, '').replace(/\n+$/, '\n')
    const lines = body.trim() === '' ? [] : body.trim().split('\n')
    if (name === 'args') {
      const words = (body.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'|'$/g, ''))
      one.args = words.length === 0 || words[0].startsWith('-') ? ['build', ...words] : words
    } else if (name === 'env') one.env = Object.fromEntries(lines.map((line) => line.split('=')))
    else if (name === 'links') one.links = lines.map((line) => line.split(' -> '))
    else if (name === 'ours') one.ours = lines.join(' ')
    else if (name.endsWith('.utf16'))
      one.files.set(name.slice(0, -6), Buffer.from(`\ufeff${body}`, 'utf16le'))
    else if (name.endsWith('.crlf'))
      one.files.set(name.slice(0, -5), Buffer.from(body.replaceAll('\n', '\r\n')))
    else if (name.endsWith('.latin1')) one.files.set(name.slice(0, -7), Buffer.from(body, 'latin1'))
    else one.files.set(name, Buffer.from(body))
  }
  return one
}

/** Writes a case below `parent`, emptied first; answers the site's directory. */
export function writeCase(parent, { files, links }) {
  const site = path.join(parent, 'site')
  fs.rmSync(parent, { recursive: true, force: true })
  fs.mkdirSync(site, { recursive: true })
  for (const [name, bytes] of files) {
    const file = path.join(site, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, bytes)
    fs.utimesSync(file, 1e9, 1e9)
  }
  for (const [name, target] of links) {
    const file = path.join(site, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.symlinkSync(target, file)
  }
  return site
}

/** What a command changed: path below `parent` -> text, or null where a file is gone. Caches and source maps are left out. */
export function changes(parent, { files }) {
  const before = new Map([...files].map(([name, bytes]) => [path.join('site', name), bytes]))
  const found = {}
  const visit = (directory) => {
    for (const entry of fs.readdirSync(path.join(parent, directory), { withFileTypes: true })) {
      const name = path.join(directory, entry.name)
      if (entry.isDirectory()) {
        if (!/^\.(?:jekyll|sass)-cache$/.test(entry.name)) visit(name)
      } else if (entry.isFile() && !/\.css\.map$|^\.jekyll-metadata$/.test(entry.name)) {
        const bytes = fs.readFileSync(path.join(parent, name))
        if (before.get(name)?.equals(bytes) !== true)
          found[name] = bytes.toString('utf8').replaceAll(parent, 'PARENT')
        before.delete(name)
      }
    }
  }
  visit('')
  for (const name of before.keys()) if (!/\.css\.map$/.test(name)) found[name] = null
  return found
}

/** Lines as both programs can print them: no colours, no durations, the site's directory as SITE, our name as theirs. */
export function plainLines(text, site) {
  return text
    .replace(/\u001b\[\d+m/g, '')
    .replaceAll(site, 'SITE')
    .replaceAll(path.dirname(site), 'PARENT')
    .replace(/in \d[\d.e-]* seconds/g, 'in N seconds')
    .replace(/\b(?:whirl|jekyll) \d+\.\d[\w.-]*/g, 'PROGRAM')
    .replace(/\bwhirl\b/g, 'jekyll')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !BACKTRACE.test(line) && !BUILT_AS.test(line))
}

/** Only Whirl's doctor says as which Jekyll it builds; tests/cli has that line. */
const BUILT_AS = /^\s*Built as: /

const BACKTRACE =
  /^\/|^\t|^<internal|^\s+from |^\s*-{10,}$|YOUR SITE COULD NOT BE BUILT|Please append `--trace`|for any additional information or|^\s*\.\.\. \d+ levels|^Did you mean\?|^ {8,}to_\w+$/
