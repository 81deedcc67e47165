/**
 * Rouge in all its versions: `code`. `html` is the installed one's answer; `html 4.1` … stand where a version answers
 * otherwise than the one before it (3.26: than 3.30).
 */
import path from 'node:path'
import { askRouge, VERSIONS } from '../rouge.mjs'

export const highlight = {
  files: /^tests\/highlight\/\w[\w-]*\.txt$/,
  isAnswer: (name) => /^html(?: [\d.]+)?$/.test(name),
  ask(_, cases, { file }) {
    const pairs = cases.map(({ sections }) => [path.basename(file, '.txt'), sections.code])
    const [oldest, own, ...newer] = VERSIONS
    const answers = new Map(VERSIONS.map((version) => [version, askRouge(pairs, version)]))
    return cases.map((_, index) => {
      const html = (version) => answers.get(version)[index] ?? ''
      const sections = { html: html(own) }
      if (html(oldest) !== html(own)) sections[`html ${oldest}`] = html(oldest)
      newer.forEach((version, at) => {
        if (html(version) !== html(newer[at - 1] ?? own)) sections[`html ${version}`] = html(version)
      })
      return sections
    })
  },
}
