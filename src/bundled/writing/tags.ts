/**
 * Blocks of Liquid whose inside is Markdown:
 *
 *     {% callout warning "Mind the order" %} … {% endcallout %}
 *     {% tabs %}{% tab "C" %} … {% endtab %}{% tab "Rust" %} … {% endtab %}{% endtabs %}
 *     {% details "The whole log" %} … {% enddetails %}
 *     {% cards %} a list {% endcards %}
 *
 * Each is HTML that reads well without a style or a script.
 */
import {
  asTag,
  escapeHtml,
  nearest,
  phraseOn,
  type RenderContext,
  servicesOf,
  type TagDefinition,
  type TagSite,
} from '../../plugin-api.ts'
import { calloutHtml, isKind, KINDS, type Kind } from './callouts.ts'

const CALLOUT = /^([A-Za-z]*)\s*(.*)$/s

const callout = asTag<{ readonly kind: Kind; readonly title: string }>({
  name: 'callout',
  body: 'block',
  parse(markup, site) {
    const [, word = '', rest = ''] = CALLOUT.exec(markup.trim()) ?? []
    const kind = word === '' ? 'note' : word.toLowerCase()
    if (isKind(kind)) return { kind, title: textIn(rest, 'callout', site) }
    const near = nearest(kind, KINDS)
    const meant = near === undefined ? '' : ` (did you mean '${near}'?)`
    return site.fail(`callout: '${word}' is none of ${KINDS.join(', ')}${meant}`)
  },
  render: ({ kind, title }, ctx, body) =>
    block(
      ctx,
      calloutHtml(kind, inline(ctx, title), markdown(ctx, body()), (name, ...values) =>
        phraseOn(ctx, name, ...values),
      ),
    ),
})

const details = asTag<string>({
  name: 'details',
  body: 'block',
  parse: (markup, site) => named(textIn(markup, 'details', site), 'details', site),
  render: (summary, ctx, body) =>
    block(ctx, `<details>\n<summary>${inline(ctx, summary)}</summary>\n${markdown(ctx, body())}\n</details>`),
})

const tabs = asTag<undefined>({
  name: 'tabs',
  body: 'block',
  parse: () => undefined,
  render: (_, ctx, body) => block(ctx, `<div class="tabs">\n${body().trim()}\n</div>`),
})

const tab = asTag<string>({
  name: 'tab',
  body: 'block',
  parse: (markup, site) => named(textIn(markup, 'tab', site), 'tab', site),
  render(label, ctx, body) {
    const words = escapeHtml(label)
    return block(
      ctx,
      `<section class="tab" data-label="${words}">\n<p class="tab-label"><strong>${words}</strong></p>\n` +
        `${markdown(ctx, body())}\n</section>`,
    )
  },
})

const cards = asTag<undefined>({
  name: 'cards',
  body: 'block',
  parse: () => undefined,
  render: (_, ctx, body) => block(ctx, `<div class="cards">\n${markdown(ctx, body())}\n</div>`),
})

export const TAGS: readonly TagDefinition[] = [callout, details, tabs, tab, cards]

/** A text as a tag has it: between quotes, or all of the markup. */
function textIn(markup: string, tag: string, site: TagSite): string {
  const written = markup.trim()
  const quote = written[0]
  if (quote !== '"' && quote !== "'") return written
  const end = written.indexOf(quote, 1)
  if (end < 0 || end < written.length - 1)
    site.fail(`${tag}: write what it says between quotes, {% ${tag} "…" %}, and nothing behind them`)
  return written.slice(1, end)
}

function named(text: string, tag: string, site: TagSite): string {
  return text === '' ? site.fail(`${tag}: needs what it says, as in {% ${tag} "…" %}`) : text
}

function markdown(ctx: RenderContext, text: string): string {
  return servicesOf(ctx)
    .markdownify(`${text.replace(/^[ \t]*\n/, '')}\n`)
    .trim()
}

/** A line of Markdown without the paragraph around it. */
function inline(ctx: RenderContext, text: string): string {
  if (text === '') return ''
  const html = servicesOf(ctx).markdownify(text).trim()
  const inner = /^<p>(.*)<\/p>$/s.exec(html)?.[1]
  return inner === undefined || inner.includes('<p>') ? escapeHtml(text) : inner
}

/**
 * HTML as a block of Markdown's. To CommonMark a block ends at the first empty line, so there none is left: the break is
 * written as a character.
 */
function block(ctx: RenderContext, html: string): string {
  const isKramdown = servicesOf(ctx).site.config.markdown.kramdown
  return `\n${isKramdown ? html : html.replace(/\n(?=[ \t]*\n)/g, '&#10;')}\n`
}
