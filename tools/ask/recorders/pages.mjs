/**
 * Jekyll's rendering. In cases/ a `template` (and `data`, YAML front matter) is the page case.html of tests/render/site;
 * elsewhere the sections are the files of a site, and each file built becomes `output PATH`. What is logged becomes
 * `log`, an error that ends the build `error`.
 */
import path from 'node:path'
import { askRuby } from '../ruby.mjs'

const PROGRAM = path.join(import.meta.dirname, '../pages.rb')
const SITE = path.join(import.meta.dirname, '../../../tests/render/site')

export const pages = {
  files: /^tests\/render\/(?:cases\/[\w-]+|sites\/[\w-]+|dart-sass|libsass)\.txt$/,
  isAnswer: (name) => /^(?:output(?: .*)?|error|log)$/.test(name),
  ask(reference, cases, { file }) {
    const what = path.basename(path.dirname(file)) === 'cases' ? 'page' : 'site'
    return askRuby(
      reference,
      PROGRAM,
      cases.map(({ sections }) => ({ ask: what, sections: Object.entries(sections) })),
      { inside: 'site', files: { site: SITE } },
    ).map((answer) => Object.fromEntries(answer))
  },
}
