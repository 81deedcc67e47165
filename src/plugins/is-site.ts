/** Telling what plugins return from what they should. */
import { isHash } from '../base/index.ts'
import { isConfig, type Renderable, type Site } from '../site/index.ts'

/** Whether `value` has the parts of a site that later stages rely on. */
export function isSite(value: unknown): value is Site {
  const site = value as Partial<Site> | null | undefined
  return (
    typeof site === 'object' &&
    site !== null &&
    site.renderables instanceof Map &&
    Array.isArray(site.pages) &&
    site.collections instanceof Map &&
    site.layouts instanceof Map &&
    site.includes instanceof Map &&
    Array.isArray(site.staticFiles) &&
    isConfig(site.config)
  )
}

/** What is wrong with the first page or document of `site` that is none, in words; undefined when all are right. */
export function faultOfPages(site: Site): string | undefined {
  const known = site.renderables
  for (const page of site.pages) {
    const fault = faultOfPage(page)
    if (fault !== undefined) return fault
    if (!known.has(page.id)) return `the page ${page.file.path}, which is not among its \`renderables\``
  }
  for (const doc of known.values()) {
    const fault = faultOfPage(doc)
    if (fault !== undefined) return fault
  }
  return undefined
}

const TEXTS = ['id', 'body', 'url', 'outputPath', 'ext', 'convertedExt', 'outputExt'] as const

function faultOfPage(doc: unknown): string | undefined {
  const page = doc as Partial<Renderable> | null | undefined
  if (typeof page !== 'object' || page === null) return 'a page that is not an object'
  const name = typeof page.file?.path === 'string' ? page.file.path : (page.outputPath ?? page.id ?? '')
  if (typeof page.file?.path !== 'string') return `a page without its \`file\` (${String(name)})`
  const missing = TEXTS.find((key) => typeof page[key] !== 'string')
  if (missing !== undefined) return `the page ${name} without its \`${missing}\``
  if (typeof page.home !== 'object') return `the page ${name} without its \`home\``
  return isHash(page.data) ? undefined : `the page ${name} with \`data\` that is not a hash`
}
