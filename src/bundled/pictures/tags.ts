/**
 * Pictures and films as Liquid writes them:
 *
 *     {% picture /assets/rack.jpg dark="/assets/rack-dark.jpg" alt="A rack" caption="The *new* rack" %}
 *     {% gallery %} pictures {% endgallery %}
 *     {% embed https://www.youtube.com/watch?v=… title="How it works" poster="/assets/still.jpg" %}
 *
 * Each is HTML that reads well without a style or a script: in feeds, too.
 */
import {
  asTag,
  escapeHtml,
  fieldOf,
  nearest,
  phraseOn,
  type RenderContext,
  servicesOf,
  startTagAt,
  type TagDefinition,
  type TagSite,
  toText,
} from '../../plugin-api.ts'
import { playerOf } from './embed-players.ts'

const PART = /\s*(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"']+)(?=\s|$))/y
const RATIOS = ['16-9', '4-3', '1-1', '9-16', '21-9'] as const

interface Given {
  readonly address: string
  readonly values: ReadonlyMap<string, string>
}

/** An address and words by name, as a tag has them. */
function given(markup: string, tag: string, names: readonly string[], site: TagSite): Given {
  const values = new Map<string, string>()
  let address = ''
  const text = markup.trim()
  for (let at = 0; at < text.length; at = PART.lastIndex) {
    PART.lastIndex = at
    const found = PART.exec(text)
    if (found === null) return site.fail(`${tag}: write {% ${tag} ADDRESS ${names[0]}="…" %}`)
    const value = found[2] ?? found[3] ?? found[4] ?? ''
    const [, name] = found
    if (name === undefined) {
      if (value.endsWith('=')) site.fail(`${tag}: write {% ${tag} ADDRESS ${names[0]}="…" %}`)
      if (address !== '')
        site.fail(`${tag}: '${value}' stands alone: write what it is, ${names.join('=, ')}=`)
      address = value
    } else if (names.includes(name)) values.set(name, value)
    else {
      const near = nearest(name, names)
      site.fail(
        `${tag}: '${name}' is none of ${names.join(', ')}${near === undefined ? '' : ` (did you mean '${near}'?)`}`,
      )
    }
  }
  return address === '' ? site.fail(`${tag}: needs an address, {% ${tag} ADDRESS %}`) : { address, values }
}

const attribute = (name: string, value: string | undefined): string =>
  value === undefined || value === '' ? '' : ` ${name}="${escapeHtml(value)}"`

/** An address of the site with its `baseurl`; others as they are. */
function linked(ctx: RenderContext, address: string): string {
  return address.startsWith('/') && !address.startsWith('//') ? servicesOf(ctx).relativeUrl(address) : address
}

const picture = asTag<Given>({
  name: 'picture',
  parse: (markup, site) =>
    given(markup, 'picture', ['alt', 'dark', 'caption', 'width', 'height', 'class', 'id'], site),
  render({ address, values }, ctx) {
    const image = `<img src="${escapeHtml(linked(ctx, address))}" alt="${escapeHtml(values.get('alt') ?? '')}"${attribute(
      'dark',
      values.has('dark') ? linked(ctx, values.get('dark') ?? '') : undefined,
    )}${attribute('width', values.get('width'))}${attribute('height', values.get('height'))}>`
    const caption = captionOf(ctx, values.get('caption') ?? '', creditOf(ctx, address))
    const names = ['picture', values.get('class') ?? ''].filter((name) => name !== '').join(' ')
    return block(
      ctx,
      `<figure${attribute('id', values.get('id'))} class="${escapeHtml(names)}">${image}${caption}</figure>`,
    )
  },
})

/** The credit that the plugin `attribution` has for a file, as HTML. */
function creditOf(ctx: RenderContext, address: string): string {
  const credits = fieldOf(fieldOf(ctx.get('page'), 'attribution'), 'credit_for')
  return toText(fieldOf(fieldOf(credits, address), 'html'))
}

function captionOf(ctx: RenderContext, caption: string, credit: string): string {
  if (caption === '' && credit === '') return ''
  const small = credit === '' ? '' : `<small class="attribution-credit">${credit}</small>`
  return `<figcaption>${[inline(ctx, caption), small].filter((part) => part !== '').join(' ')}</figcaption>`
}

const gallery = asTag<undefined>({
  name: 'gallery',
  body: 'block',
  parse: () => undefined,
  render(_, ctx, body) {
    const html = servicesOf(ctx).markdownify(`${body().replace(/^[ \t]*\n/, '')}\n`)
    const items = imagesIn(html).map(({ text, source, title }) => {
      const caption = captionOf(ctx, title, creditOf(ctx, source))
      return `<figure class="picture">${text}${caption}</figure>`
    })
    return block(ctx, `<div class="gallery">\n${items.join('\n')}\n</div>`)
  },
})

/** The pictures of a text, in their order; a title of one is its caption. */
function imagesIn(html: string): readonly { text: string; source: string; title: string }[] {
  const images: { text: string; source: string; title: string }[] = []
  for (let at = html.indexOf('<img'); at >= 0; at = html.indexOf('<img', at + 1)) {
    const tag = startTagAt(html, at)
    if (tag === undefined) continue
    const title = tag.attributes.get('title') ?? ''
    const text = html.slice(at, tag.end)
    images.push({
      text: title === '' ? text : text.replace(/\s+title\s*=\s*(?:"[^"]*"|'[^']*')/, ''),
      source: tag.attributes.get('src') ?? '',
      title,
    })
  }
  return images
}

const embed = asTag<Given>({
  name: 'embed',
  parse(markup, site) {
    const made = given(markup, 'embed', ['title', 'poster', 'ratio'], site)
    if (playerOf(made.address) === undefined)
      site.fail(`embed: '${made.address}' is no address of the web: write https://…`)
    if ((made.values.get('title') ?? '') === '')
      site.fail('embed: needs a title, which is read to those who do not see it: title="…"')
    const ratio = made.values.get('ratio')?.replace(/[:/]/, '-')
    if (ratio !== undefined && !(RATIOS as readonly string[]).includes(ratio))
      site.fail(`embed: ratio is one of ${RATIOS.join(', ')}`)
    return made
  },
  render({ address, values }, ctx) {
    const player = playerOf(address)
    if (player === undefined) return ''
    const title = escapeHtml(values.get('title') ?? '')
    const poster = values.get('poster')
    const still = poster === undefined ? '' : `<img src="${escapeHtml(linked(ctx, poster))}" alt="">`
    const ratio = values.get('ratio')?.replace(/[:/]/, '-') ?? '16-9'
    const href = escapeHtml(player.page)
    const credit = poster === undefined ? '' : creditOf(ctx, poster)
    return block(
      ctx,
      `<figure class="embed embed-${ratio}" data-frame="${escapeHtml(player.frame)}" data-title="${title}">` +
        `<a class="embed-play" href="${href}">${still}<span class="embed-title">${title}</span></a>` +
        `<figcaption class="embed-note">${escapeHtml(phraseOn(ctx, 'embed_note', player.host))}${
          credit === '' ? '' : ` <small class="attribution-credit">${credit}</small>`
        }</figcaption></figure>`,
    )
  },
})

export const TAGS: readonly TagDefinition[] = [picture, gallery, embed]

/** A line of Markdown without the paragraph around it. */
function inline(ctx: RenderContext, text: string): string {
  if (text === '') return ''
  const html = servicesOf(ctx).markdownify(text).trim()
  const inner = /^<p>(.*)<\/p>$/s.exec(html)?.[1]
  return inner === undefined || inner.includes('<p>') ? escapeHtml(text) : inner
}

/** HTML as a block of Markdown's. */
function block(ctx: RenderContext, html: string): string {
  const isKramdown = servicesOf(ctx).site.config.markdown.kramdown
  return `\n${isKramdown ? html : html.replace(/\n(?=[ \t]*\n)/g, '&#10;')}\n`
}
