import type { Page } from 'playwright-core'

/**
 * What is wrong with an open page, each fault a line that begins with `address`, the window's width and the scheme. Colours
 * are looked at in all four views, everything else in two of them, which differ; `every`: in all four.
 */
export function pageFaults(
  page: Page,
  address: string,
  options?: { readonly every?: boolean },
): Promise<readonly string[]>
