/** Telling what plugins return from what they should. */
import type { Site } from '../site/index.ts'

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
    typeof site.config === 'object'
  )
}
