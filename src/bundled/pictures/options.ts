/** `pictures:` in the configuration. */
import { isTruthy, listOf, type PluginSettings, type Site, schema, settingsOf } from '../../plugin-api.ts'

const { choice, count, flag, hash, list, text } = schema

const FORMATS = ['avif', 'webp'] as const
export type Format = (typeof FORMATS)[number]

const WIDTHS: readonly number[] = [480, 960, 1600]
const SLOT = '(min-width: 46rem) 44rem, 100vw'

export interface PictureOptions {
  /** whether `width` and `height` are filled in */
  readonly sizes: boolean
  /** what is made beside each picture, the best first; none by default */
  readonly formats: readonly Format[]
  /** in pixels, ascending */
  readonly widths: readonly number[]
  /** how wide a picture is on the page, as `sizes` of `<img>` says it */
  readonly slot: string
}

export const SETTINGS: PluginSettings = {
  config: {
    pictures: hash('the plugin `pictures`', {
      sizes: flag('pictures without `width` and `height` get those of their file', { default: true }),
      formats: list(
        'what is made beside each JPEG and PNG; needs the package sharp',
        choice('a format', FORMATS),
      ),
      widths: list('in how many pixels across', count('pixels'), { default: [...WIDTHS] }),
      slot: text('how wide pictures are on the page, as `sizes` of `<img>` says it', { default: SLOT }),
    }),
  },
}

export function pictureOptions({ config }: Pick<Site, 'config'>): PictureOptions {
  const settings = settingsOf(config, 'pictures')
  const formats = listOf(settings.get('formats'))
  const widths = listOf(settings.get('widths'))
    .filter((width): width is number => typeof width === 'number' && Number.isInteger(width) && width > 0)
    .sort((a, b) => a - b)
  const slot = settings.get('slot')
  return {
    sizes: !settings.has('sizes') || isTruthy(settings.get('sizes')),
    formats: FORMATS.filter((format) => formats.includes(format)),
    widths: widths.length > 0 ? widths : WIDTHS,
    slot: typeof slot === 'string' && slot !== '' ? slot : SLOT,
  }
}
