/** Excerpts, URLs and configurations as Jekyll makes them. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ask } from '../questions.mjs'
import { askModels } from './models.mjs'

export const excerpts = {
  files: /^tests\/site\/excerpts\.txt$/,
  isAnswer: (name) => name === 'excerpt' || name === 'closed',
  ask: (reference, cases) =>
    inScratch((dir) => {
      fs.mkdirSync(path.join(dir, '_posts'))
      cases.forEach(({ sections }, index) => {
        const front = sections.separator === undefined ? '' : `excerpt_separator: "${sections.separator}"\n`
        fs.writeFileSync(
          path.join(dir, '_posts', `2024-01-01-${String(index).padStart(4, '0')}.md`),
          `---\n${front}---\n${sections.body}`,
        )
      })
      const [answer] = askModels(reference, [{ dir, overrides: { time: '2024-06-01' } }])
      return cases.map(({ title, sections }, index) => {
        const doc = answer.documents[index]
        if (doc.body !== sections.body) throw new Error(`${title}: Jekyll changes the body`)
        return { excerpt: doc.excerpt, closed: String(answer.log.includes(`modified in ${doc.path}!`)) }
      })
    }),
}

export const configs = {
  files: /^tests\/site\/config\.txt$/,
  isAnswer: (name) => name === 'config' || name === 'error',
  ask: (reference, cases) =>
    inScratch((scratch) => {
      const questions = cases.map(({ sections }, index) => {
        const dir = path.join(scratch, `config${index}`)
        fs.mkdirSync(dir)
        fs.writeFileSync(path.join(dir, '_config.yml'), sections.files)
        return { dir, config: true, overrides: JSON.parse(sections.overrides ?? '{}') }
      })
      return askModels(reference, questions).map(({ error, config }) => {
        if (error !== undefined) return { error: error.replace(/^[\w:]+: /, '') }
        const { disable_disk_cache: _, ...settings } = config
        return { config: JSON.stringify(settings, null, 1) }
      })
    }),
}

export const urls = {
  files: /^tests\/site\/urls\.txt$/,
  isAnswer: (name) => name === 'url',
  ask: (reference, cases) =>
    ask(
      reference,
      cases.map(({ sections: { template, placeholders } }) => ({
        ask: 'url',
        template,
        placeholders: JSON.parse(placeholders),
      })),
    ).map(({ output }) => ({ url: output })),
}

function inScratch(run) {
  const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ask-site-')))
  try {
    return run(scratch)
  } finally {
    fs.rmSync(scratch, { recursive: true })
  }
}
