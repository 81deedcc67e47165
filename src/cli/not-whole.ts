/** What is said where a part of the program, or a package that it is installed with, is not there. */
import type { Diagnostic } from '../base/index.ts'

/** @param missing name of the package, or of the file */
export function notWhole(missing: string): Diagnostic {
  return {
    code: 'cli/not-whole',
    severity: 'error',
    topic: 'Fatal:',
    message: `Whirl is not installed whole: ${missing} is missing.`,
    help: 'install it anew: `npm install` where its node_modules is, or `npm install --global whirl-blog`',
    trail: [],
  }
}
