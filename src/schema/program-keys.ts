/** Keys of `_config.yml` that parts of the program read which are plugins elsewhere, and commands. */
import { CHECK_RULES } from './check-rules.ts'
import { choice, flag, hash, type Keys, list, oneOrMore } from './fragment.ts'

/** Each rule by its short name and by its code. */
const RULES: Keys = Object.fromEntries(
  Object.entries(CHECK_RULES).flatMap(([code, { about, severity }]) => {
    const setting = choice(about, ['error', 'warning', 'off', false], { default: severity })
    return [
      [code.slice('check/'.length), setting],
      [code, setting],
    ]
  }),
)

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
      rules: hash('what rules count as', RULES, { additionalProperties: false }),
    },
    { additionalProperties: false },
  ),
}
