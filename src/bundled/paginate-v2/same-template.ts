/** Pages of one path: Jekyll keeps the template of a page by its path, and the plugin gives many pages the same. */
import { type Page, rubyToS, type Site, settingOf } from '../../plugin-api.ts'

/** `pages` in the order in which they are rendered, each with the text that Jekyll runs: the first of its path. */
export function withSameTemplates({ config }: Pick<Site, 'config'>, pages: readonly Page[]): readonly Page[] {
  if (!config.rules.keepsTemplates) return pages
  const first = new Map<string, Page>()
  return pages.map((page) => {
    if (!isTemplate(page)) return page
    const path = rubyToS(page.data.get('path') ?? page.file.path)
    const kept = first.get(path)
    if (kept === undefined) first.set(path, page)
    return kept === undefined || kept.body === page.body
      ? page
      : { ...page, body: kept.body, bodyLine: kept.bodyLine }
  })
}

function isTemplate(page: Page): boolean {
  const { body } = page
  return (body.includes('{{') || body.includes('{%')) && settingOf(page, 'render_with_liquid') !== false
}
