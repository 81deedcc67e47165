/** `whirl serve`: build, serve, and build again when the source changes. */
import fs from 'node:fs'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import path from 'node:path'
import { BuildError, type Hash, isHash, rubyToS, type Value } from '../../base/index.ts'
import { buildTime, type Configuration } from '../../builder/index.ts'
import { type LiveReloadOptions, type ServerOptions, serve as serveSite } from '../../serve/index.ts'
import { isTruthy } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { withPlugins } from '../build-once.ts'
import { configure } from '../configure.ts'
import { EXIT, type Host } from '../host.ts'
import { rebuilder, watchOf } from '../rebuild.ts'
import type { Report } from '../report.ts'
import { firstBuild } from './build.ts'

/** Serves until stopped. Throws a BuildError when the first build fails or the port cannot be had. */
export async function serve(args: Arguments, host: Host, report: Report): Promise<number> {
  if (args.flags.get('detach') === true) {
    if (args.flags.get('livereload') !== true) return detach(host, report)
    report.warn('Warning:', '--detach and --livereload are mutually exclusive. Choosing --livereload')
  }
  const configuration = await withPlugins(servedConfiguration(await configure(args, host, report)), report)
  const { data, zone, source } = configuration.config
  const time = buildTime(host.env.SOURCE_DATE_EPOCH, zone)
  const server = serverOptions(configuration)
  if (isTruthy(data.get('skip_initial_build')))
    report.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.')
  else await firstBuild(configuration, host, report, time)
  const watch = data.get('watch')
  const watching = isTruthy(watch ?? true)
  report.info('Auto-regeneration:', watching ? `enabled for '${source}'` : 'disabled. Use --watch to enable.')
  const serving = await serveSite({
    server,
    ...(watching ? { watch: watchOf(configuration, host) } : {}),
    build: rebuilder(args, configuration, host, report, time, servedConfiguration),
    onListening: (url, liveReloadUrl) => {
      if (liveReloadUrl !== undefined) report.info('LiveReload address:', liveReloadUrl)
      report.info('Server address:', url)
      report.info('Server running...', 'press ctrl-c to stop.')
      if (isTruthy(data.get('open_url'))) host.openInBrowser(url)
    },
    onError: (error) => report.error('Error:', error.message),
  }).catch((error: unknown) => {
    throw portFault(error, server)
  })
  await host.untilStopped()
  await serving.close()
  return EXIT.done
}

function detach(host: Host, report: Report): number {
  const rest = host.argv.filter((word) => word !== '--detach' && word !== '-B')
  const number = host.detach([...rest, '--no-watch'])
  report.info('Server detached with pid', `'${number}'. Run \`kill -9 ${number}' to stop the server.`)
  return EXIT.done
}

/** In development Jekyll's server sets `url` to its own address. */
function servedConfiguration(configuration: Configuration): Configuration {
  const { config } = configuration
  if (config.environment !== 'development') return configuration
  const { host, port, tls } = serverOptions(configuration)
  const name = host === '127.0.0.1' ? 'localhost' : host
  const url = `http${tls === undefined ? '' : 's'}://${name}:${port}`
  const data = new Map<Value, Value>([...config.data, ['url', url]])
  return { ...configuration, config: { ...config, data } }
}

function serverOptions({ config }: Configuration): ServerOptions {
  const { data, source, destination } = config
  const own = data.get('webrick')
  const headers = isHash(own) ? own.get('headers') : undefined
  const tls = tlsOf(data.get('ssl_key'), data.get('ssl_cert'), source)
  const baseurl = textOf(data.get('baseurl'), '').replace(/\/+$/, '')
  return {
    root: destination,
    host: textOf(data.get('host'), '127.0.0.1'),
    port: numberOf(data.get('port'), 4000),
    baseurl: baseurl === '' || baseurl.startsWith('/') ? baseurl : `/${baseurl}`,
    showDirListing: isTruthy(data.get('show_dir_listing')),
    headers: new Map(isHash(headers) ? [...headers].map(([name, value]) => header(name, value)) : []),
    ...(tls === undefined ? {} : { tls }),
    ...(isTruthy(data.get('livereload')) ? { liveReload: liveReloadOptions(data) } : {}),
  }
}

/** What `--livereload-…` say. Throws where the delays contradict each other, as Jekyll stops there. */
function liveReloadOptions(data: Hash): LiveReloadOptions {
  const max = data.get('livereload_max_delay')
  const minDelay = numberOf(data.get('livereload_min_delay'), 0)
  const maxDelay = numberOf(max, minDelay)
  if (isTruthy(max) && maxDelay < minDelay && isTruthy(data.get('livereload_min_delay')))
    throw fault(
      'serve/livereload-delay',
      `--livereload-max-delay ${maxDelay} is less than --livereload-min-delay ${minDelay}.`,
      'give the greater number to --livereload-max-delay',
    )
  return {
    port: numberOf(data.get('livereload_port'), 35729),
    ignore: listOf(data.get('livereload_ignore')),
    minDelay,
    ...(isTruthy(max) ? { maxDelay } : {}),
  }
}

/** One of the headers under `webrick`; told at once where no answer could carry it. */
function header(name: Value, value: Value): [name: string, value: string] {
  const pair: [string, string] = [rubyToS(name), rubyToS(value)]
  try {
    validateHeaderName(pair[0])
    validateHeaderValue(...pair)
  } catch {
    throw fault(
      'serve/header',
      `'${pair[0]}' under \`webrick: headers:\` is no HTTP header: ${JSON.stringify(pair[1])}.`,
      'write a name of letters and hyphens, and one line of text',
    )
  }
  return pair
}

function tlsOf(key: Value, cert: Value, source: string): ServerOptions['tls'] {
  const given = (value: Value): value is string => typeof value === 'string' && value !== ''
  if (!given(key) && !given(cert)) return undefined
  if (!given(key) || !given(cert))
    throw fault('serve/ssl', '--ssl-cert or --ssl-key missing.', 'give both, as paths from the source')
  const read = (file: string): Uint8Array => {
    try {
      return fs.readFileSync(path.resolve(source, file))
    } catch {
      throw fault('serve/ssl', `The file ${file} cannot be read.`, 'give a path from the source directory')
    }
  }
  return { key: read(key), cert: read(cert) }
}

function portFault(error: unknown, { host, port }: ServerOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return fault(
      'serve/port',
      `Address already in use - bind(2) for ${host}:${port}`,
      `stop the other server, or take another port: --port ${port + 1}`,
    )
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return fault('serve/port', `Cannot listen on ${host}:${port} (${code})`, 'give another --host or --port')
  return error
}

function fault(code: string, message: string, help: string): BuildError {
  return new BuildError([{ code, severity: 'error', topic: 'Error:', message, help, trail: [] }])
}

function textOf(value: Value, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback
}

function numberOf(value: Value, fallback: number): number {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : fallback
}

function listOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}
