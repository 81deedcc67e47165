/** What Ruby code says of itself while it is loaded as a plugin of a site. */
import { BuildError } from '../../src/base/index.ts'
import { loadPlugins, loadSetup } from '../../src/builder/index.ts'
import type { SiteFolder } from '../site-maker.ts'

/** What each of `codes` gives, as Ruby shows it, or the error that it raises; Ruby is started once. */
export async function saidByRuby(site: SiteFolder, codes: readonly string[]): Promise<readonly string[]> {
  const tries = codes.map(
    (code) =>
      `begin\n  Jekyll.logger.info('said', (${code}).inspect)\nrescue Exception => error\n  Jekyll.logger.info('said', "#{error.class}: #{error.message}")\nend\n`,
  )
  site.put({ '_plugins/tries.rb': tries.join('') })
  const said: string[] = []
  const { config } = loadSetup({ cwd: site.root, timezone: 'UTC' })
  const log = (_: string, topic: string, text: string): void => {
    if (topic === 'said') said.push(text)
  }
  try {
    await loadPlugins(config, { log })
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    said.push(`stopped ${error.message}`)
  }
  return said
}
