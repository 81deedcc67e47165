/** What a Ruby file among a site's plugins seems to do: told, since it is not run. */
import type { Diagnostic } from '../base/index.ts'

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/Liquid::Template\.register_tag\(?\s*:?["']?(\w+)/, 'a tag'],
  [/Liquid::Template\.register_filter/, 'filters'],
  [/<\s*(?:Jekyll::)?Generator\b/, 'a generator'],
  [/<\s*(?:Jekyll::)?Converter\b/, 'a converter'],
  [/<\s*(?:Jekyll::)?Command\b/, 'a command'],
  [/Hooks\.register/, 'hooks'],
]

/** A warning that names the file at `path` (relative to the source), whose text is `ruby`. */
export function rubyPluginWarning(path: string, ruby: string): Diagnostic {
  const parts = SIGNS.flatMap(([sign, what]) => {
    const found = sign.exec(ruby)
    if (found === null) return []
    return [found[1] === undefined ? what : `${what} '${found[1]}'`]
  })
  const does = parts.length === 0 ? '' : ` It seems to add ${parts.join(', ')}.`
  return {
    code: 'plugins/ruby',
    severity: 'warning',
    topic: 'Plugins:',
    message: `${path} is written in Ruby and is not run.${does}`,
    help: 'write it in TypeScript: export default definePlugin({ … }) from a file beside it; --ignore-ruby-plugins leaves this out',
    source: { path, text: ruby },
    trail: [],
  }
}
