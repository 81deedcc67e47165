import { type Diagnostic, isTruthy, rubyToS, type Value } from '../base/index.ts'

/**
 * The `permalink` of a document's or page's own as text; undefined where it has none. Jekyll stops at one of another
 * type; that is noted.
 */
export function ownPermalink(
  written: Value,
  path: string,
  note: (diagnostic: Diagnostic) => void = () => {},
): string | undefined {
  if (!isTruthy(written)) return undefined
  if (typeof written !== 'string') note(notText('permalink', written, path))
  return rubyToS(written)
}

/** What is said of front matter's `key` in the file at `path` that Jekyll wants to be text. */
export function notText(key: 'permalink' | 'slug', written: Value, path: string): Diagnostic {
  return {
    code: `site/${key}-type`,
    severity: 'warning',
    topic: 'Warning:',
    message: `The ${key} of ${path} is not text: ${rubyToS(written)}`,
    help: 'Jekyll stops there; write it between quotes, as it is read here, or take it out',
    trail: [],
  }
}
