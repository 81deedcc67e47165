/** A Chromium for tests. */
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { CHROMIUM } from '../../tools/browser/chromium.mjs'
import { lacking } from '../needs.ts'

export { CHROMIUM }

/** Whether tests in a browser are left out. */
export const withoutChromium = (): boolean => lacking('browser', 'Chromium', CHROMIUM !== undefined)

/** A context whose pages are waited for as long as a busy machine takes. */
export async function contextOf(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(200_000)
  return context
}
