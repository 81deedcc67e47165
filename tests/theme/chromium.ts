/** Where a Chromium is. */
import fs from 'node:fs'
import path from 'node:path'

export const CHROMIUM = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)]
  .filter((directory) => directory !== '')
  .flatMap((directory) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => path.join(directory, name)),
  )
  .find((file) => fs.existsSync(file))

/** Whether tests in a browser are left out: said once a file; in CI a missing browser is an error. */
export function withoutChromium(file: string): boolean {
  if (CHROMIUM !== undefined) return false
  if (process.env.CI) throw new Error('Chromium is missing: the test in a browser cannot run')
  console.warn(`skipped: ${file} (Chromium is missing)`)
  return true
}
