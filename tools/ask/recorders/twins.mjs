/** What a site makes with its plugin in Ruby: all its files are the `answer`, what it says the `log`. */
import { buildIn, inOneText, withFiles } from '../build.mjs'

export const twins = {
  files: /^tests\/plugins\/twins\.txt$/,
  isAnswer: (name) => name === 'answer' || name === 'log',
  ask: (reference, cases) =>
    cases.map(({ title, sections }) => {
      const files = Object.entries(sections).map(([name, text]) => [name, `${text}\n`])
      const {
        status,
        said,
        files: built,
      } = withFiles(Object.fromEntries(files), (root) => buildIn(root, reference))
      if (status !== 0) throw new Error(`${title}: ${said}`)
      const log = said
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && line !== 'Configuration file: none')
      return { answer: inOneText(built).trimEnd(), log: log.join('\n') }
    }),
}
