/**
 * Figures, tables, equations and sections with numbers, and references to them in the language of the page:
 * `{% ref fig-path %}`, or `{% figure_ref fig-path %}`, prints "Figure 3" as a link. What is numbered is said in markup/numbering.ts. Whirl's own;
 * docs/science.md describes it.
 */
import {
  asTag,
  definePlugin,
  hasNumbered,
  numberParts,
  type Renderable,
  referenceTo,
  type Site,
  schema,
  settingsOf,
  type TagDefinition,
  type TextContext,
} from '../../plugin-api.ts'
import { footnotesInCaptions, missingTargets, repeatedTarget } from './faults.ts'
import { wordsFor } from './words.ts'

const ID = /^(?:"([^"\s]+)"|'([^'\s]+)'|([^"'\s]+))$/

const tagNamed = (name: string): TagDefinition =>
  asTag<string>({
    name,
    parse(markup, site) {
      const found = ID.exec(markup.trim())
      const id = found?.[1] ?? found?.[2] ?? found?.[3]
      return id ?? site.fail(`${name}: write one id, \`{% ${name} fig-path %}\``)
    },
    render: referenceTo,
  })

/** The text with its numbers; undefined where there is nothing to number. */
function numbered(doc: Renderable, html: string, site: Site, ctx: TextContext): string | undefined {
  const sections =
    doc.data.get('number_sections') ?? settingsOf(site.config, 'references').get('number_sections')
  if (sections !== true && !hasNumbered(html)) return undefined
  const options = { words: wordsFor(doc, site, ctx), sections: sections === true, apart: ctx.isExcerpt }
  const made = numberParts(html, options)
  if (ctx.isExcerpt) {
    if (made.missing.length === 0) return made.html
    // What an excerpt refers to may stand further down in its document.
    const elsewhere = numberParts(ctx.content(doc), { ...options, apart: false }).targets
    return numberParts(html, { ...options, elsewhere }).html
  }
  for (const fault of footnotesInCaptions(doc)) ctx.warn(fault)
  for (const id of made.repeated) ctx.warn(repeatedTarget(doc, id))
  for (const fault of missingTargets(doc, made.missing, [...made.targets.keys()])) ctx.warn(fault)
  return made.html
}

const onHtml = { match: /\.html?$/, excerpts: true, run: numbered }

export const references = definePlugin({
  name: 'references',
  // Behind the hooks of plugins that make what is numbered.
  priority: 'low',
  settings: {
    config: {
      references: schema.hash('numbers and references', {
        number_sections: schema.flag('whether headings from h2 on are numbered', { default: false }),
      }),
    },
    frontMatter: { number_sections: schema.flag('whether the headings of this page are numbered') },
  },
  hooks: { 'pages:post_convert': onHtml, 'documents:post_convert': onHtml },
  tags: [tagNamed('ref'), tagNamed('figure_ref')],
})
