// Where a Chromium is: undefined where none is installed.
import fs from 'node:fs'
import path from 'node:path'

export const CHROMIUM = ['/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)]
  .filter((directory) => directory !== '')
  .flatMap((directory) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => path.join(directory, name)),
  )
  .find((file) => fs.existsSync(file))
