/**
 * Blocks of Liquid whose inside is Markdown:
 *
 *     {% callout warning "Mind the order" %} … {% endcallout %}
 *     {% tabs %}{% tab "C" %} … {% endtab %}{% tab "Rust" %} … {% endtab %}{% endtabs %}
 *     {% details "The whole log" %} … {% enddetails %}
 *     {% cards %} a list {% endcards %}
 *
 * A text between quotes may have Liquid in it. Each is HTML that reads well without a style or a script.
 */
import {
  asTag,
  escapeHtml,
  markdownBlock,
  markdownBody,
  markdownLine,
  nearest,
  phraseOn,
  type RenderContext,
  renderApart,
  type TagDefinition,
  type TagSite,
  type TagText,
  tagText,
} from '../../plugin-api.ts'
import { calloutHtml, isKind, KINDS, type Kind } from './callouts.ts'

const CALLOUT = /^([A-Za-z]*)\s*(.*)$/s

const callout = asTag<{ readonly kind: Kind; readonly title: TagText }>({
  name: 'callout',
  body: 'block',
  parse(markup, site) {
    const [, word = '', rest = ''] = CALLOUT.exec(markup.trim()) ?? []
    const kind = word === '' ? 'note' : word.toLowerCase()
    if (isKind(kind)) return { kind, title: tagText(textIn(rest, 'callout', site), site) }
    const near = nearest(kind, KINDS)
    const meant = near === undefined ? '' : ` (did you mean '${near}'?)`
    return site.fail(`callout: '${word}' is none of ${KINDS.join(', ')}${meant}`)
  },
  render: ({ kind, title }, ctx, body) =>
    markdownBlock(
      ctx,
      calloutHtml(kind, markdownLine(ctx, title(ctx)), markdown(ctx, body), (name, ...values) =>
        phraseOn(ctx, name, ...values),
      ),
    ),
})

const details = asTag<TagText>({
  name: 'details',
  body: 'block',
  parse: (markup, site) => tagText(named(textIn(markup, 'details', site), 'details', site), site),
  render: (summary, ctx, body) =>
    markdownBlock(
      ctx,
      `<details>\n<summary>${markdownLine(ctx, summary(ctx))}</summary>\n${markdown(ctx, body)}\n</details>`,
    ),
})

const tabs = asTag<undefined>({
  name: 'tabs',
  body: 'block',
  parse: () => undefined,
  render: (_, ctx, body) => markdownBlock(ctx, `<div class="tabs">\n${body().trim()}\n</div>`),
})

const tab = asTag<TagText>({
  name: 'tab',
  body: 'block',
  parse: (markup, site) => tagText(named(textIn(markup, 'tab', site), 'tab', site), site),
  render(label, ctx, body) {
    const words = escapeHtml(label(ctx))
    return markdownBlock(
      ctx,
      `<section class="tab" data-label="${words}">\n<p class="tab-label"><strong>${words}</strong></p>\n` +
        `${markdown(ctx, body)}\n</section>`,
    )
  },
})

const cards = asTag<undefined>({
  name: 'cards',
  body: 'block',
  parse: () => undefined,
  render: (_, ctx, body) => markdownBlock(ctx, `<div class="cards">\n${markdown(ctx, body)}\n</div>`),
})

export const TAGS: readonly TagDefinition[] = [callout, details, tabs, tab, cards]

/** A text as a tag has it: between quotes, or all of the markup. */
function textIn(markup: string, tag: string, site: TagSite): string {
  const written = markup.trim()
  const quote = written[0]
  if (quote !== '"' && quote !== "'") return written
  const inner = written.slice(1, -1)
  // A quote behind a backslash is one of the text.
  const plain = inner.replaceAll(`\\${quote}`, '')
  if (written.length < 2 || !written.endsWith(quote) || plain.includes(quote))
    site.fail(
      `${tag}: write what it says between quotes, {% ${tag} "…" %}, and nothing behind them; a quote in it is written \\${quote}`,
    )
  return inner.replaceAll(`\\${quote}`, quote)
}

function named(text: string, tag: string, site: TagSite): string {
  return text === '' ? site.fail(`${tag}: needs what it says, as in {% ${tag} "…" %}`) : text
}

function markdown(ctx: RenderContext, body: () => string): string {
  return markdownBody(ctx, renderApart(ctx, body)).trim()
}
