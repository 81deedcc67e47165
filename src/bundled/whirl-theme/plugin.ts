/**
 * What the theme `whirl` does at build time: code frames, tables, headings and pictures made ready for reading and for
 * a strict Content-Security-Policy, and the pages that list posts by word, series and year.
 *
 * `theme: whirl` loads it. Its templates reach it through the filters `whirl_*`, `site.whirl` and `page.whirl`; they are
 * described in docs/theme.md.
 */
import {
  type Diagnostic,
  definePlugin,
  documentOf,
  fieldOf,
  phraseFilters,
  phraseOn,
  type RenderContext,
  servicesOf,
  toText,
  withoutFootnotes,
} from '../../plugin-api.ts'
import { withoutInlineStyles } from './align.ts'
import { compactCss } from './compact-css.ts'
import { dress } from './dress.ts'
import { emailHref, emailText } from './email.ts'
import { themeFields } from './fields.ts'
import { fontRange, fontsFor } from './fonts.ts'
import { withPlainFrontMatter } from './front-matter.ts'
import { withLastChange } from './last-change.ts'
import { addListPages } from './list-pages.ts'
import { menuFaults } from './menu.ts'
import { SETTINGS, themeOptions } from './options.ts'
import { withOwnFiles } from './own-files.ts'
import { withRelated } from './related/related-posts.ts'
import { wordSlug } from './slug.ts'
import { tableOfContents } from './table-of-contents.ts'
import { titleOf } from './title.ts'
import { tonguesOf } from './tongues.ts'

const onText = (run: (text: string) => string) => ({
  min: 0,
  max: 0,
  run: (_ctx: unknown, input: unknown): string => run(toText(input)),
})

const align = (_doc: unknown, output: string): string | undefined => withoutInlineStyles(output)

/** The mistake is the text's, not that of the layout at work. */
function warnOf(ctx: RenderContext, diagnostic: Diagnostic): void {
  const path = documentOf(ctx)?.file.path
  servicesOf(ctx).warn(
    path === undefined
      ? diagnostic
      : { ...diagnostic, message: `${path}: ${diagnostic.message}`, source: { path, text: '' } },
  )
}

export const whirlTheme = definePlugin({
  name: 'whirl-theme',
  // After the plugins that add pages, so that theirs win; before the sitemap, which lists them all.
  priority: 'low',
  settings: SETTINGS,
  generate(site, ctx) {
    const { fromGit, related } = themeOptions(site.config).around
    const plain = withPlainFrontMatter(site, ctx)
    const dated = fromGit ? withLastChange(plain, ctx) : plain
    const made = related === 0 ? dated : withRelated(dated, related, tonguesOf(site), ctx.cache)
    const listed = addListPages(withOwnFiles(made), ctx)
    for (const diagnostic of menuFaults(listed)) ctx.warn(diagnostic)
    return listed
  },
  fields: themeFields,
  hooks: {
    'pages:post_render': { match: /\.html?$/, run: align },
    'documents:post_render': { match: /\.html?$/, run: align },
  },
  filters: {
    ...phraseFilters('whirl'),
    whirl_content: {
      min: 0,
      max: 0,
      run: (ctx, input) =>
        dress(
          toText(input),
          (name, ...values) => phraseOn(ctx, name, ...values),
          (diagnostic) => warnOf(ctx, diagnostic),
        ),
    },
    whirl_toc: onText(tableOfContents),
    whirl_title: { min: 0, max: 0, run: (_ctx, input) => titleOf((name) => fieldOf(input, name)) },
    whirl_text: {
      min: 0,
      max: 0,
      run: (ctx, input) => {
        const text = servicesOf(ctx).filter(ctx, 'strip_html', withoutFootnotes(toText(input)))
        return toText(text).replace(/\s+/g, ' ').trim()
      },
    },
    whirl_slug: onText(wordSlug),
    whirl_css: onText(compactCss),
    whirl_font_range: onText(fontRange),
    whirl_fonts: { min: 1, max: 1, run: (_ctx, html, title) => fontsFor(toText(html), toText(title)) },
    whirl_email_href: onText(emailHref),
    whirl_email_text: onText(emailText),
  },
})
