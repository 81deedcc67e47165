/**
 * The questions that `npm run ask` takes: how each is written, what it answers. `words` is how many words stand before
 * the text.
 */
import fs from 'node:fs'
import path from 'node:path'
import { buildIn, withFiles } from './build.mjs'
import { parseFile, textOf } from './fixture-text.mjs'
import { ask } from './questions.mjs'
import { askRuby, runRuby } from './ruby.mjs'

const LIQUID = path.join(import.meta.dirname, 'liquid.rb')

const about = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 1))

/** The one answer of a library, or its error. */
function answerOf(reference, question) {
  const [{ output, warnings = [] }] = ask(reference, [question])
  return [about(output), ...warnings.map((warning) => `warning: ${warning}`)].join('\n')
}

/** All that a site becomes and what is said of it; Debian's and others' sites have one time. */
function built(reference, files) {
  const time = 'time: 2024-05-06 07:08:09 +0000\n'
  const config = files['_config.yml'] ?? ''
  const all = { ...files, '_config.yml': /^time:/m.test(config) ? config : time + config }
  const { status, said, files: made } = withFiles(all, (root) => buildIn(root, reference))
  return [
    ...Object.entries(made).map(([name, text]) => `-- ${name} --\n${text}`),
    ...(said.trim() === '' ? [] : [`-- log --\n${said.trim()}`]),
    ...(status === 0 ? [] : [`exit ${status}`]),
  ].join('\n')
}

/** The files of the first case of a fixture file whose title holds `title`, or of a text with `-- path --` lines. */
function filesIn(text, title) {
  const { cases } = parseFile(/^=== /m.test(text) ? text : `=== site\n${text}`)
  const one = cases.find((each) => each.title.includes(title))
  if (one === undefined) throw new Error(`no case '${title}'`)
  const files = one.sections.filter(({ name }) => !/^(?:output(?: .*)?|log|error|answer)$/.test(name))
  return Object.fromEntries(files.map((section) => [section.name, textOf(section)]))
}

export const ASKERS = [
  {
    usage: 'template [TEXT] [--data YAML]',
    about: 'a page with this template; its front matter is YAML',
    words: 0,
    ask: (reference, text, _, { data = '' }) =>
      built(reference, { 'page.html': `---\n${data}\n---\n${text}` }),
  },
  {
    usage: 'markdown [TEXT]',
    about: "Jekyll's Markdown with its own settings",
    words: 0,
    ask: (reference, text) => answerOf(reference, { ask: 'markdown', text }),
  },
  {
    usage: 'kramdown [TEXT] [--options JSON]',
    about: 'kramdown alone, with warnings',
    words: 0,
    ask: (reference, text, _, { options = '{}' }) =>
      answerOf(reference, { ask: 'kramdown', text, options: JSON.parse(options) }),
  },
  {
    usage: 'liquid [TEXT] [--data JSON]',
    about: 'Liquid alone, with errors and warnings',
    words: 0,
    ask: (reference, text, _, { data = '{}' }) =>
      about(
        askRuby(reference, LIQUID, [`{"d":${data.replaceAll('\n', ' ')},"t":${JSON.stringify(text)}}`])[0],
      ),
  },
  {
    usage: 'code LANGUAGE [TEXT]',
    about: "Rouge's spans",
    words: 1,
    ask: (reference, code, [language]) => answerOf(reference, { ask: 'rouge', language, code }),
  },
  {
    usage: 'guess FILENAME [TEXT]',
    about: 'the language that Rouge takes a file for',
    words: 1,
    ask: (reference, code, [filename]) => answerOf(reference, { ask: 'guess', filename, code }),
  },
  {
    usage: 'yaml [TEXT]',
    about: 'front matter: values and their classes in Ruby',
    words: 0,
    ask(reference, text) {
      const [{ output, classes }] = ask(reference, [{ ask: 'yaml', text }])
      return `${about(output)}\n${about(classes)}`
    },
  },
  {
    usage: 'site [FILE] [--title WORDS]',
    about: 'builds a site: files below `-- path --` lines, or a case of a fixture file',
    words: 0,
    ask: (reference, text, _, { title = '' }) =>
      built(reference, filesIn(fs.existsSync(text) ? fs.readFileSync(text, 'utf8') : text, title)),
  },
  {
    usage: 'ruby FILE [INPUT]',
    about: "any Ruby program, with the reference's Ruby and libraries",
    words: 1,
    ask: (reference, input, [file]) => runRuby(reference, file, input).trimEnd(),
  },
]
