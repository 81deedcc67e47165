/**
 * Pictures and films as Liquid writes them:
 *
 *     {% picture /assets/rack.jpg dark="/assets/rack-dark.jpg" alt="A rack" caption="The *new* rack" %}
 *     {% gallery %} pictures {% endgallery %}
 *     {% embed https://www.youtube.com/watch?v=… title="How it works" poster="/assets/still.jpg" %}
 *
 * A text between quotes may have Liquid in it. Each is HTML that reads well without a style or a script: in feeds, too.
 */
import {
  asTag,
  escapeHtml,
  fieldOf,
  markdownBlock,
  markdownBody,
  markdownLine,
  nearest,
  phraseOn,
  type RenderContext,
  renderApart,
  servicesOf,
  type TagDefinition,
  type TagSite,
  tagText,
  toText,
} from '../../plugin-api.ts'
import { playerOf } from './embed-players.ts'
import { type GalleryPart, galleryParts } from './gallery-parts.ts'

const PART = /\s*(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"']+)(?=\s|$))/y
const RATIOS = ['16-9', '4-3', '1-1', '9-16', '21-9'] as const

interface Given {
  readonly address: string
  readonly values: ReadonlyMap<string, string>
}

/** What is given where the tag stands: each text may have Liquid in it. */
function filled({ address, values }: Given, site: TagSite): (ctx: RenderContext) => Given {
  const place = tagText(address, site)
  const texts = [...values].map(([name, value]) => [name, tagText(value, site)] as const)
  return (ctx) => ({
    address: place(ctx),
    values: new Map(texts.map(([name, text]) => [name, text(ctx)])),
  })
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

const picture = asTag<(ctx: RenderContext) => Given>({
  name: 'picture',
  parse: (markup, site) =>
    filled(
      given(markup, 'picture', ['alt', 'dark', 'caption', 'width', 'height', 'class', 'id'], site),
      site,
    ),
  render(state, ctx) {
    const { address, values } = state(ctx)
    const image = `<img src="${escapeHtml(linked(ctx, address))}" alt="${escapeHtml(values.get('alt') ?? '')}"${attribute(
      'dark',
      values.has('dark') ? linked(ctx, values.get('dark') ?? '') : undefined,
    )}${attribute('width', values.get('width'))}${attribute('height', values.get('height'))}>`
    const caption = captionOf(ctx, values.get('caption') ?? '', creditOf(ctx, address))
    const names = ['picture', values.get('class') ?? ''].filter((name) => name !== '').join(' ')
    return markdownBlock(
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
  return `<figcaption>${[markdownLine(ctx, caption), small].filter((part) => part !== '').join(' ')}</figcaption>`
}

const gallery = asTag<undefined>({
  name: 'gallery',
  body: 'block',
  parse: () => undefined,
  render(_, ctx, body) {
    const items = galleryParts(markdownBody(ctx, renderApart(ctx, body))).map((part) =>
      part.kind === 'other' ? part.html : galleryFigure(ctx, part),
    )
    return markdownBlock(ctx, `<div class="gallery">\n${items.join('\n')}\n</div>`)
  },
})

/** A picture with its caption: what `caption` says, else its title. An `id` is the figure's, as `{% picture %}` has it. */
function galleryFigure(
  ctx: RenderContext,
  { image: { attributes }, written, before, after, paragraph }: GalleryPart & { readonly kind: 'picture' },
): string {
  const said = attributes.get('caption') ?? paragraph?.attributes.get('caption')
  const caption = said ?? attributes.get('title') ?? ''
  const id = attributes.get('id') ?? paragraph?.attributes.get('id')
  const moved = ['caption', 'id', ...(said === undefined && caption !== '' ? ['title'] : [])]
  const picture = moved.some((name) => attributes.has(name))
    ? `<img${[...attributes].map(([name, value]) => (moved.includes(name) ? '' : ` ${name}="${value.replaceAll('"', '&quot;')}"`)).join('')} />`
    : written
  const name = id === undefined ? '' : ` id="${id.replaceAll('"', '&quot;')}"`
  const words = captionOf(ctx, caption, creditOf(ctx, attributes.get('src') ?? ''))
  return `<figure${name} class="picture">${before}${picture}${after}${words}</figure>`
}

/** Stops at what makes no film; `fail` does not return. */
function refuseFilm({ address, values }: Given, fail: (message: string) => never): void {
  const player = playerOf(address)
  if (typeof player === 'string') fail(`embed: ${player}`)
  if ((values.get('title') ?? '') === '')
    fail('embed: needs a title, which is read to those who do not see it: title="…"')
  const ratio = values.get('ratio')?.replace(/[:/]/, '-')
  if (ratio !== undefined && !(RATIOS as readonly string[]).includes(ratio))
    fail(`embed: ratio is one of ${RATIOS.join(', ')}`)
}

const embed = asTag<(ctx: RenderContext) => Given>({
  name: 'embed',
  parse(markup, site) {
    const made = given(markup, 'embed', ['title', 'poster', 'ratio'], site)
    // What Liquid makes of it is known where it is rendered.
    if (!markup.includes('{{')) refuseFilm(made, (message) => site.fail(message))
    return filled(made, site)
  },
  render(state, ctx) {
    const made = state(ctx)
    refuseFilm(made, (message) => servicesOf(ctx).raise(message))
    const { address, values } = made
    const player = playerOf(address)
    if (typeof player === 'string') return ''
    const title = escapeHtml(values.get('title') ?? '')
    const poster = values.get('poster')
    const still = poster === undefined ? '' : `<img src="${escapeHtml(linked(ctx, poster))}" alt="">`
    const ratio = values.get('ratio')?.replace(/[:/]/, '-') ?? '16-9'
    const href = escapeHtml(player.page)
    const credit = poster === undefined ? '' : creditOf(ctx, poster)
    return markdownBlock(
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
