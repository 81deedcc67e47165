/**
 * A block tag and a filter.
 *
 *     {% callout warning %}
 *     Back up *first*.
 *     {% endcallout %}
 *
 *     {{ content | reading_time }}      -> 4 min
 */
import { asTag, definePlugin, escapeHtml, servicesOf } from 'whirl-blog'

const KINDS = ['note', 'tip', 'warning']
const WORDS_A_MINUTE = 200

export default definePlugin({
  name: 'callout',
  tags: [
    asTag<string>({
      name: 'callout',
      body: 'block',
      // Once for each tag in a template: what is wrong here is told with the template's line.
      parse(markup, site) {
        const kind = markup.trim() || 'note'
        if (!KINDS.includes(kind)) site.fail(`callout: '${kind}' is none of ${KINDS.join(', ')}`)
        return kind
      },
      // Each time the tag is rendered. `body` renders what is inside.
      render(kind, ctx, body) {
        const html = servicesOf(ctx).markdownify(body().trim())
        return `<aside class="callout callout-${escapeHtml(kind)}">\n${html}</aside>`
      },
    }),
  ],
  filters: {
    reading_time: {
      min: 0,
      max: 0,
      run(_ctx, input) {
        const words = String(input ?? '')
          .replace(/<[^>]*>/g, ' ')
          .split(/\s+/)
          .filter(Boolean)
        return `${Math.max(1, Math.round(words.length / WORDS_A_MINUTE))} min`
      },
    },
  },
})
