/** `languages:` and what stands beside it in the configuration. */
import { type Config, listOf, type PluginSettings, rubyToS, schema } from '../../plugin-api.ts'

const { bare, either, hash, list, mapping, scalar, text } = schema

export const SETTINGS: PluginSettings = {
  config: {
    languages: either(
      'the languages of the site',
      { type: 'array', items: { type: 'string' } },
      mapping(
        'by tag',
        hash('what a language says otherwise', {
          name: text('of the language'),
          title: text('of the site'),
          tagline: text('heading of the first page'),
          description: text('of the site'),
          menu: bare('array'),
        }),
      ),
    ),
    default_lang: text('the language of pages without `lang`'),
    exclude_from_localization: list('paths that stay where they are'),
  },
  frontMatter: {
    translation_key: scalar('shared by all translations of a text'),
    ref: scalar('the same'),
    translations: mapping('addresses of translations by language', { type: 'string' }),
  },
}

/** Whether a page at this address, or of this file, stays where it is. */
export function staysPut(config: Config): (url: string, path: string) => boolean {
  const kept = listOf(config.data.get('exclude_from_localization')).map((each) =>
    rubyToS(each).replace(/^\/+|\/+$/g, ''),
  )
  const isBelow = (place: string, folder: string): boolean =>
    folder !== '' && (place === folder || place.startsWith(`${folder}/`))
  return (url, path) => kept.some((each) => isBelow(url.replace(/^\/+/, ''), each) || isBelow(path, each))
}
