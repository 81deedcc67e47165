/** What `serve` is told by the command line and the configuration. */
import { isHash, isTruthy, rubyToS, type Value } from '../../base/index.ts'
import type { Config } from '../../site/index.ts'

interface ServeSettings {
  readonly host: string
  readonly port: number
  /** as written, without slashes at its end */
  readonly baseurl: string
  readonly showDirListing: boolean
  /** `webrick: headers` */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** paths from the source; '' where there is none */
  readonly sslKey: string
  readonly sslCert: string
  readonly openUrl: boolean
  readonly skipInitialBuild: boolean
  /** undefined: browsers are not reloaded */
  readonly liveReload: LiveReloadSettings | undefined
}

export interface LiveReloadSettings {
  readonly port: number
  /** globs of output paths */
  readonly ignore: readonly string[]
  /** seconds; undefined where none are given */
  readonly minDelay: number | undefined
  readonly maxDelay: number | undefined
}

export function serveSettings({ data }: Config): ServeSettings {
  const own = data.get('webrick')
  const headers = isHash(own) ? own.get('headers') : undefined
  const min = data.get('livereload_min_delay')
  const max = data.get('livereload_max_delay')
  return {
    host: textOr(data.get('host'), '127.0.0.1'),
    port: numberOf(data.get('port'), 4000),
    baseurl: textOr(data.get('baseurl'), '').replace(/\/+$/, ''),
    showDirListing: isTruthy(data.get('show_dir_listing')),
    headers: isHash(headers) ? [...headers].map(([name, value]) => [rubyToS(name), rubyToS(value)]) : [],
    sslKey: textOr(data.get('ssl_key'), ''),
    sslCert: textOr(data.get('ssl_cert'), ''),
    openUrl: isTruthy(data.get('open_url')),
    skipInitialBuild: isTruthy(data.get('skip_initial_build')),
    liveReload: isTruthy(data.get('livereload'))
      ? {
          port: numberOf(data.get('livereload_port'), 35729),
          ignore: textsOf(data.get('livereload_ignore')),
          minDelay: isTruthy(min) ? numberOf(min, 0) : undefined,
          maxDelay: isTruthy(max) ? numberOf(max, numberOf(min, 0)) : undefined,
        }
      : undefined,
  }
}

function textOr(value: Value, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback
}

function numberOf(value: Value, fallback: number): number {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : fallback
}

function textsOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}
