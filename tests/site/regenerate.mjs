// Asks the installed Jekyll for the answers of the fixtures in this folder: `node tests/site/regenerate.mjs`. Only this
// script writes their sections `excerpt`, `closed`, `url`, `config` and `error`.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const here = import.meta.dirname
const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC', JEKYLL_NO_BUNDLER_REQUIRE: 'true' }
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'site-'))
const ANSWERS = ['excerpt', 'closed', 'url', 'config', 'error']

excerpts()
urls()
configs()
fs.rmSync(scratch, { recursive: true })

function excerpts() {
  const dir = path.join(scratch, 'excerpts')
  fs.mkdirSync(path.join(dir, '_posts'), { recursive: true })
  const cases = casesOf('excerpts.txt')
  cases.forEach(({ sections }, index) => {
    const front = sections.separator === undefined ? '' : `excerpt_separator: "${sections.separator}"\n`
    fs.writeFileSync(
      path.join(dir, '_posts', `2024-01-01-${String(index).padStart(4, '0')}.md`),
      `---\n${front}---\n${sections.body}`,
    )
  })
  const [answer] = askModel([{ dir, overrides: { time: '2024-06-01' } }])
  cases.forEach((one, index) => {
    const doc = answer.documents[index]
    if (doc.body !== one.sections.body) throw new Error(`${one.title}: Jekyll changes the body`)
    one.answers = { excerpt: doc.excerpt, closed: String(answer.log.includes(`modified in ${doc.path}!`)) }
  })
  save('excerpts.txt', cases)
}

function configs() {
  const cases = casesOf('config.txt')
  const questions = cases.map(({ sections }, index) => {
    const dir = path.join(scratch, `config${index}`)
    fs.mkdirSync(dir)
    fs.writeFileSync(path.join(dir, '_config.yml'), sections.files)
    return { dir, config: true, overrides: JSON.parse(sections.overrides ?? '{}') }
  })
  askModel(questions).forEach((answer, index) => {
    const { dir } = questions[index]
    const { disable_disk_cache: _, ...config } = answer.config ?? {}
    const text = JSON.stringify(config, null, 1).replaceAll(dir, 'DIR')
    cases[index].answers =
      answer.error === undefined ? { config: text } : { error: answer.error.replace(/^[\w:]+: /, '') }
  })
  save('config.txt', cases)
}

function urls() {
  const cases = casesOf('urls.txt')
  const script =
    'require "json"; require "jekyll"; $stdin.each_line { |l| q = JSON.parse(l); ' +
    'puts JSON.generate(Jekyll::URL.new(template: q["template"], placeholders: q["placeholders"].transform_keys(&:to_sym)).to_s) }'
  const lines = cases.map(({ sections }) =>
    JSON.stringify({ template: sections.template, placeholders: JSON.parse(sections.placeholders) }),
  )
  const answers = ruby(['-e', script], lines)
  cases.forEach((one, index) => {
    one.answers = { url: answers[index] }
  })
  save('urls.txt', cases)
}

function askModel(questions) {
  return ruby(
    [path.join(here, '../read/model.rb')],
    questions.map((question) => JSON.stringify(question)),
  )
}

function ruby(args, lines) {
  const done = spawnSync('ruby', args, {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    env,
    maxBuffer: 1 << 28,
  })
  process.stderr.write(done.stderr)
  return done.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

function casesOf(file) {
  const text = fs.readFileSync(path.join(here, file), 'utf8').replace(/\n$/, '')
  return text.split(/\n(?==== )/).map((chunk) => {
    const [title, ...lines] = chunk.split('\n')
    const sections = {}
    let name
    for (const line of lines) {
      const marker = /^-- ([\w.]+) --$/.exec(line)?.[1]
      if (marker !== undefined) {
        name = marker
        sections[name] = []
      } else sections[name].push(line.replace(/^\\(?=\\*(?:=== |-- [\w.]))/, ''))
    }
    for (const key of Object.keys(sections)) sections[key] = sections[key].join('\n')
    return { title, sections }
  })
}

function save(file, cases) {
  const texts = cases.map(({ title, sections, answers }) => {
    const kept = Object.entries(sections).filter(([name]) => !ANSWERS.includes(name))
    return [
      title,
      ...[...kept, ...Object.entries(answers)].map(([name, text]) => `-- ${name} --\n${escaped(text)}`),
    ].join('\n')
  })
  fs.writeFileSync(path.join(here, file), `${texts.join('\n')}\n`)
}

function escaped(text) {
  return text.replace(/^(?=\\*(?:=== |-- [\w.]))/gm, '\\')
}
