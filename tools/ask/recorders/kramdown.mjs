/** kramdown alone: `text` and `options` (JSON). A case has `warnings` answered where it has that section. */
import { ask } from '../questions.mjs'

export const kramdown = {
  files: /^tests\/kramdown\/fixtures\/[\w-]+\.txt$/,
  isAnswer: (name) => name === 'html' || name === 'warnings',
  ask: (reference, cases) =>
    ask(
      reference,
      cases.map(({ sections: { text, options } }) => ({
        ask: 'kramdown',
        text,
        options: JSON.parse(options),
      })),
    ).map(({ output, warnings }, index) => ({
      html: output,
      ...(cases[index].had.includes('warnings') ? { warnings: warnings.join('\n') } : {}),
    })),
}
