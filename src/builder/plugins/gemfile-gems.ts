/** Gems of the Gemfile's group `:jekyll_plugins`, which Bundler loads before all other plugins: not all of them are for building. */
import { BuildError, type Diagnostic } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'
import { type FetchedGems, fetchGems, isOfOneGem } from './fetch-gems.ts'
import type { RubyGems } from './ruby-gems.ts'

/** The folder of the gem that has what Bundler loads by this name: for `a-b` that may be `a/b`. */
export function folderForBundler(gems: RubyGems, name: string): string | undefined {
  return (
    gems.folderWith(name) ?? (name.includes('-') ? gems.folderWith(name.replaceAll('-', '/')) : undefined)
  )
}

type Request = Parameters<typeof fetchGems>[2]

/** Fetches `names` and what they need; a warning for each that cannot be had. */
export async function fetchGemfileGems(
  config: Config,
  names: readonly string[],
  request: Request,
): Promise<FetchedGems> {
  const folders = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  for (const name of names)
    try {
      const fetched = await fetchGems(config, [name], request)
      for (const [gem, folder] of fetched.folders) folders.set(gem, folder)
      diagnostics.push(...fetched.diagnostics)
    } catch (error) {
      if (!(error instanceof BuildError)) throw error
      const [why] = error.diagnostics
      diagnostics.push(notRun(name, why?.help))
      // A network that fails would be waited for again and again.
      if (!isOfOneGem(why?.code ?? '')) break
    }
  return { folders, diagnostics }
}

/** The warning that a gem of the group is not run. */
export function notRun(name: string, why: string | undefined): Diagnostic {
  return {
    code: 'plugins/gem-not-run',
    severity: 'warning',
    topic: 'Plugins:',
    message: `${name}, which the Gemfile's group :jekyll_plugins names, is not run${why === undefined ? '.' : `: ${why}.`}`,
    trail: [],
  }
}
