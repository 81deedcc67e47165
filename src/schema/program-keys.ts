/** Keys of `_config.yml` that parts of the program read which are plugins elsewhere, and commands. */
import { flag, hash, type Keys, list, mapping, oneOrMore } from './fragment.ts'

export const PROGRAM_KEYS: Keys = {
  commonmark: hash('jekyll-commonmark', { options: list('by name'), extensions: list('by name') }),
  jekyll_compose: hash('jekyll-compose', {
    auto_open: flag('open new files in an editor'),
    default_front_matter: hash('front matter of new files', {
      drafts: hash('of drafts', {}),
      posts: hash('of posts', {}),
    }),
  }),
  check: hash(
    '`whirl check`',
    {
      ignore: oneOrMore('addresses left alone; `*` stands for anything', { type: 'string' }),
      rules: mapping('what rules count as', { enum: ['error', 'warning', 'off', false] }),
    },
    { additionalProperties: false },
  ),
}
