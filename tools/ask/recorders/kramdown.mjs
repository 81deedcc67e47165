/**
 * kramdown alone: `text` and `options` (JSON). A case has `warnings` answered where it has that section; one that kramdown
 * stops at has `error`.
 */
import { askEach } from '../questions.mjs'

export const kramdown = {
  files: /^tests\/kramdown\/fixtures\/[\w-]+\.txt$/,
  isAnswer: (name) => name === 'html' || name === 'warnings' || name === 'error',
  ask: (reference, cases) =>
    askEach(
      reference,
      cases.map(({ sections: { text, options } }) => ({
        ask: 'kramdown',
        text,
        options: JSON.parse(options),
      })),
    ).map(({ output, warnings = [], error }, index) => ({
      ...(error === undefined ? { html: output } : { error: error.split('\n')[0] }),
      ...(cases[index].had.includes('warnings') ? { warnings: warnings.join('\n') } : {}),
    })),
}
