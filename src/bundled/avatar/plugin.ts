/**
 * jekyll-avatar 0.8: `{% avatar user size=80 %}` is the picture of a GitHub user. https://github.com/benbalter/jekyll-avatar
 */
import { crc32 } from 'node:zlib'
import {
  asTag,
  definePlugin,
  type Expression,
  type RenderContext,
  servicesOf,
  type Template,
  toText,
} from '../../plugin-api.ts'

const SERVERS = 4
const DEFAULT_SIZE = 40
/** pictures below this many pixels are called small */
const SMALL = 48
const SCALES = [1, 2, 3, 4] as const

interface Avatar {
  /** the markup where it holds Liquid of its own */
  readonly template: Template | undefined
  readonly markup: string
  variable(markup: string): Expression
}

export const avatar = definePlugin({
  name: 'jekyll-avatar',
  tags: [
    asTag<Avatar>({
      name: 'avatar',
      parse: (markup, tagSite) => ({
        template: markup.includes('{{') ? tagSite.parse(markup) : undefined,
        markup,
        variable: (text) => tagSite.expression(text),
      }),
      render: (state, ctx) => image(state, ctx),
    }),
  ],
})

function image({ template, markup, variable }: Avatar, ctx: RenderContext): string {
  const text = (template === undefined ? markup : ctx.renderTemplate(template)).trim()
  const user = userIn(text, (name) => ctx.evaluate(variable(name)))
  const size = Number(/\bsize=(\d+)/.exec(text)?.[1] ?? DEFAULT_SIZE)
  const server = serverOf(user, size)
  // The address of an Enterprise server's pictures.
  const own = (servicesOf(ctx).site.config.variables.PAGES_AVATARS_URL ?? '').replace(/\/$/, '')
  const url = (scale: number): string =>
    `${own || `https://avatars${server}.githubusercontent.com`}/${pathOf(user, size * scale)}`
  const srcset = SCALES.map((scale) => `${url(scale)} ${scale}x`).join(', ')
  const classes = size < SMALL ? 'avatar avatar-small' : 'avatar'
  const source = /\blazy=true\b/.test(text)
    ? `src="" data-src="${url(1)}" data-srcset="${srcset}"`
    : `src="${url(1)}" srcset="${srcset}"`
  return `<img class="${classes}" alt="${user}" width="${size}" height="${size}" data-proofer-ignore="true" ${source} />`
}

/** `user=variable` (or the name itself), else the first word; a `@` in front is dropped. */
function userIn(text: string, evaluate: (name: string) => unknown): string {
  const named = /\buser=([\w.-]+)/.exec(text)?.[1]
  const value = named === undefined ? undefined : evaluate(named)
  const user = named === undefined ? (text.split(' ')[0] ?? '') : toText(value ?? named)
  return user.replace('@', '')
}

function pathOf(user: string, size: number): string {
  return `${user}?v=3&s=${size}`
}

/** GitHub spreads pictures over four servers; which one follows from the checksum of the address. */
function serverOf(user: string, size: number): number {
  return crc32(pathOf(user, size)) % SERVERS
}
