/** A text in a tag's markup, which may have Liquid of its own, as the tags `link` and `post_url` have it. */
import type { RenderContext, TagSite } from '../liquid/index.ts'

/** What the text is where the tag stands. */
export type TagText = (ctx: RenderContext) => string

/** `text` of the markup at hand: `L{{ i }}` is compiled now, and rendered where the tag is. */
export function tagText(text: string, site: TagSite): TagText {
  if (!text.includes('{{')) return () => text
  const template = site.parse(text)
  return (ctx) => ctx.renderTemplate(template)
}
