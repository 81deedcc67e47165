/** `readme_index:` in the configuration. */
import {
  BuildError,
  type Config,
  type PluginSettings,
  schema,
  settingsOf,
  type Value,
} from '../../plugin-api.ts'

const { flag, hash, text } = schema

interface ReadmeIndexOptions {
  readonly enabled: boolean
  /** whether the file itself is left out of the output */
  readonly removeOriginals: boolean
  /** whether a README with front matter, a page already, moves too */
  readonly withFrontMatter: boolean
  /** what the paths of READMEs match, with a slash in front; undefined for those that are named so */
  readonly pattern: RegExp | undefined
}

export const SETTINGS: PluginSettings = {
  config: {
    readme_index: hash('jekyll-readme-index', {
      enabled: flag('turn it off with false', { default: true }),
      remove_originals: flag('do not copy the README', { default: false }),
      with_frontmatter: flag('those with front matter too', { default: false }),
      readme_pattern: text('an expression that paths of READMEs match, such as /intro\\.md$'),
    }),
  },
}

/** Throws a BuildError where `readme_pattern` is not a regular expression, as the plugin stops there. */
export function readmeIndexOptions(config: Config): ReadmeIndexOptions {
  const own = settingsOf(config, 'readme_index')
  return {
    enabled: own.get('enabled') !== false,
    removeOriginals: own.get('remove_originals') === true,
    withFrontMatter: own.get('with_frontmatter') === true,
    pattern: patternOf(own.get('readme_pattern')),
  }
}

function patternOf(setting: Value): RegExp | undefined {
  if (typeof setting !== 'string' || setting === '') return undefined
  try {
    return new RegExp(setting, 'im')
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : ''
    throw new BuildError([
      {
        code: 'readme-index/bad-pattern',
        severity: 'error',
        topic: 'Readme Index:',
        message: `'readme_pattern' is not a regular expression: ${reason}.`,
        help: 'correct `readme_index: {readme_pattern: …}` in the configuration; brackets that are meant as such are written `\\(`',
        trail: [],
      },
    ])
  }
}
