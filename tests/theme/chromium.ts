/** Where a Chromium is. */
import fs from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { lacking } from '../needs.ts'

export const CHROMIUM = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)]
  .filter((directory) => directory !== '')
  .flatMap((directory) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => path.join(directory, name)),
  )
  .find((file) => fs.existsSync(file))

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
