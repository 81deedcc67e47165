/**
 * jekyll-gist 1.5: `{% gist user/id [file] %}` puts a GitHub gist into a page. https://github.com/jekyll/jekyll-gist
 *
 * The text that Jekyll fetches for readers without JavaScript is left out, as Jekyll does with `gist: {noscript: false}`:
 * a build reads nothing from the network.
 */
import {
  asTag,
  definePlugin,
  isTruthy,
  type RenderContext,
  schema,
  TagFault,
  type TagSite,
  toText,
} from '../../plugin-api.ts'

const { flag, hash } = schema

interface Gist {
  readonly id: string
  readonly file: string
  readonly tagSite: TagSite
}

/** An id, perhaps with its owner, and perhaps a file's name behind one space. */
const MARKUP = /^(\S+)(?:\s(\S*))?$/

const VALID = `Valid syntax:
  {% gist user/1234567 %}
  {% gist user/1234567 foo.js %}
  {% gist 28949e1d5ee2273f9fd3 %}
  {% gist 28949e1d5ee2273f9fd3 best.md %}
`

export const gist = definePlugin({
  name: 'jekyll-gist',
  settings: {
    config: {
      gist: hash('jekyll-gist', {
        noscript: flag('has no effect: there is no text for readers without scripts', { default: false }),
      }),
    },
  },
  tags: [
    asTag<Gist>({
      name: 'gist',
      parse(markup, tagSite) {
        const words = markup.trim()
        const found = MARKUP.exec(words)
        // With more words than two, what has an owner counts as one id.
        if (found === null && !words.includes('/'))
          throw new TagFault(
            `Syntax error in tag 'gist' while parsing the following markup:\n\n  ${words}\n\n${VALID}`,
          )
        return { id: found?.[1] ?? words, file: found?.[2] ?? '', tagSite }
      },
      render({ id, file, tagSite }, ctx) {
        const name = file === '' ? '' : `?file=${variableOr(file, tagSite, ctx)}`
        return `<script src="https://gist.github.com/${variableOr(id, tagSite, ctx)}.js${name}"> </script>`
      },
    }),
  ],
})

/** The text between quotes; without quotes what a variable of that name holds, else the text itself. */
function variableOr(text: string, tagSite: TagSite, ctx: RenderContext): string {
  const quoted = /^(["'])(.*)\1$/.exec(text)
  if (quoted !== null) return quoted[2] ?? ''
  if (!/^\w[\w-]*(?:\.\w[\w-]*)*$/.test(text)) return text
  const value = ctx.evaluate(tagSite.expression(text))
  return isTruthy(value) ? toText(value) : text
}
