/** What stands around a post: which of it the configuration asks for. */
import { type Hash, isHash, listOf, schema, toText, type Value } from '../../plugin-api.ts'

const { bare, choice, count, either, flag, hash, list, mapping, scalar, text } = schema

export interface AroundOptions {
  /** where a page is edited, with `:path` in the place of its path in the repository */
  readonly edit: string | undefined
  /** whether git says when a text was last changed */
  readonly fromGit: boolean
  /** how many related posts; 0 for none */
  readonly related: number
  /** names of networks, and others with `name` and `url` */
  readonly share: readonly ShareTarget[]
  readonly newsletter: Hash | undefined
  /** undefined: nothing is said; false takes back what was there */
  readonly offline: boolean | undefined
}

interface ShareTarget {
  readonly name: string
  /** with `{url}` and `{title}` in the place of these */
  readonly url: string
}

/** The addresses that networks have for this. */
const NETWORKS: Readonly<Record<string, ShareTarget>> = {
  bluesky: { name: 'Bluesky', url: 'https://bsky.app/intent/compose?text={title}%20{url}' },
  hackernews: { name: 'Hacker News', url: 'https://news.ycombinator.com/submitlink?u={url}&t={title}' },
  linkedin: { name: 'LinkedIn', url: 'https://www.linkedin.com/sharing/share-offsite/?url={url}' },
  lobsters: { name: 'Lobsters', url: 'https://lobste.rs/stories/new?url={url}&title={title}' },
  mastodon: { name: 'Mastodon', url: 'https://mastodon.social/share?text={title}%20{url}' },
  reddit: { name: 'Reddit', url: 'https://www.reddit.com/submit?url={url}&title={title}' },
  x: { name: 'X', url: 'https://x.com/intent/post?url={url}&text={title}' },
  email: { name: '', url: 'mailto:?subject={title}&body={url}' },
}

const CLOSED = { additionalProperties: false }
/** An address that may stand in a link or form; others, `javascript:` first of all, may not. */
const WEB = '^https?://'
const SECURE = { type: 'string', pattern: WEB, examples: ['https://example.org/'] }

export const AROUND_SETTINGS = {
  edit: text('where a page is edited, `:path` for its path: https://git.example/edit/main/:path', {
    pattern: WEB,
    examples: ['https://git.example/edit/main/:path'],
  }),
  last_change: choice('where the date of the last change is from', ['git']),
  related: count('related posts below a post', { default: 0, minimum: 0, maximum: 20 }),
  share: list('links to share a post: names of networks, or `name` and `url` with {url} and {title}', {
    anyOf: [
      { enum: Object.keys(NETWORKS) },
      {
        type: 'object',
        properties: {
          name: scalar('of the network', { pattern: '\\S', examples: ['Mine'] }),
          url: text('with {url} and {title}', {
            pattern: WEB,
            examples: ['https://a.example/?u={url}&t={title}'],
          }),
        },
        required: ['name', 'url'],
        ...CLOSED,
      },
    ],
  }),
  newsletter: hash(
    'a form for new posts by e-mail',
    {
      action: either('address the form goes to', SECURE),
      field: text('name of the field for the address', { default: 'email' }),
      hidden: mapping('further fields', { type: ['string', 'number', 'boolean', 'null'] }),
      text: either('what is said above it; by language, where the site has several', bare('string'), {
        type: 'object',
        additionalProperties: { type: 'string' },
      }),
    },
    { ...CLOSED, required: ['action'] },
  ),
  webmention: either('address that takes webmentions', SECURE),
  offline: either(
    'pages that were read can be read without a connection; false takes it back',
    bare('boolean'),
  ),
} as const

export const AROUND_FRONT_MATTER = {
  pin: flag('true: first on the first page'),
  related_posts: flag('false: none below this post'),
  edit: flag('false: no link to edit this page'),
}

/** @param written without what `AROUND_SETTINGS` call wrong */
export function aroundOptions(written: Hash): AroundOptions {
  const edit = written.get('edit')
  const related = written.get('related')
  const newsletter = written.get('newsletter') ?? null
  const offline = written.get('offline')
  return {
    edit: typeof edit === 'string' ? edit : undefined,
    fromGit: written.get('last_change') === 'git',
    related: typeof related === 'number' ? related : 0,
    share: listOf(written.get('share')).flatMap(targetOf),
    newsletter: isHash(newsletter) ? newsletter : undefined,
    offline: typeof offline === 'boolean' ? offline : undefined,
  }
}

function targetOf(written: Value): readonly ShareTarget[] {
  const find = (key: string): string => (isHash(written) ? toText(written.get(key) ?? null) : '')
  const network = isHash(written) ? { name: find('name'), url: find('url') } : NETWORKS[toText(written)]
  return network === undefined ? [] : [network]
}
