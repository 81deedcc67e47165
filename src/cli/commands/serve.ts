/** `whirl serve`: build, serve, and build again when the source changes. */
import { validateHeaderName, validateHeaderValue } from 'node:http'
import path from 'node:path'
import { BuildError, zoneFor } from '../../base/index.ts'
import { buildTime, type Setup, settleOutput } from '../../builder/index.ts'
import { openGate } from '../../files/index.ts'
import {
  type LiveReloadOptions,
  type PageNotes,
  type ServerOptions,
  serve as serveSite,
} from '../../serve/index.ts'
import { withSettings } from '../../site/index.ts'
import type { Arguments } from '../args.ts'
import { withPlugins } from '../build-once.ts'
import { EXIT, type Host } from '../host.ts'
import { afresh, openSession } from '../kept.ts'
import { rebuilder, watchOf } from '../rebuild.ts'
import type { Report } from '../report.ts'
import { setUp } from '../set-up.ts'
import { type LiveReloadSettings, serveSettings } from '../settings/serve.ts'
import { watchSettings } from '../settings/watch.ts'
import { pageNotes } from '../warnings.ts'
import { firstBuild } from './build.ts'

/** Serves until stopped. Throws a BuildError when the first build fails or the port cannot be had. */
export async function serve(args: Arguments, host: Host, report: Report): Promise<number> {
  if (args.flags.get('detach') === true) {
    if (args.flags.get('livereload') !== true) return detach(host, report)
    report.warn('Warning:', '--detach and --livereload are mutually exclusive. Choosing --livereload')
  }
  const setup = await withPlugins(served(afresh(args, await setUp(args, host, report))), report)
  const { config } = setup
  const { timezone, source } = config
  const { skipInitialBuild, openUrl } = serveSettings(config)
  const time = buildTime(host.env.SOURCE_DATE_EPOCH, zoneFor(timezone))
  const server: ServerOptions = { ...serverOptions(setup), allowedHosts: allowedHosts(args) }
  const keeping = openSession(args, setup, host)
  let notes: PageNotes | undefined
  if (skipInitialBuild) {
    report.warn('Build Warning:', 'Skipping the initial build. This may result in an out-of-date site.')
    settleOutput(config.destination)
  } else {
    const { diagnostics, site } = await firstBuild(setup, host, report, keeping, time)
    notes = pageNotes(diagnostics, site)
  }
  let baseurl = server.baseurl
  const rebuild = rebuilder(args, setup, host, report, {
    keeping,
    time,
    adapt: (read) => {
      const adapted = served(read)
      baseurl = serverOptions(adapted).baseurl
      return adapted
    },
  })
  const watching = watchSettings(config).watch ?? true
  report.info('Auto-regeneration:', watching ? `enabled for '${source}'` : 'disabled. Use --watch to enable.')
  const serving = await serveSite({
    server: notes === undefined ? server : { ...server, notes },
    ...(watching ? { watch: watchOf(setup, host) } : {}),
    build: async (changed) => {
      const outcome = await rebuild(changed)
      return outcome.failed ? outcome : { ...outcome, baseurl }
    },
    onWatching: () => keeping.session?.watching(),
    onMoved: (url) => report.info('Server address:', url),
    onListening: ({ url, liveReloadUrl, open }) => {
      if (open)
        report.warn(
          'Warning:',
          `Other machines in the network can read the site: the server listens on ${server.host}.`,
        )
      if (liveReloadUrl !== undefined) report.info('LiveReload address:', liveReloadUrl)
      report.info('Server address:', url)
      report.info('Server running...', 'press ctrl-c to stop.')
      if (openUrl) host.openInBrowser(url)
    },
    onError: (error) => report.error('Error:', error.message),
  }).catch((error: unknown) => {
    throw portFault(error, server)
  })
  await host.untilStopped()
  await serving.close()
  keeping.session?.close()
  return EXIT.done
}

function detach(host: Host, report: Report): number {
  const rest = host.argv.filter((word) => word !== '--detach' && word !== '-B')
  const number = host.detach([...rest, '--no-watch'])
  report.info('Server detached with pid', `'${number}'. Run \`kill -9 ${number}' to stop the server.`)
  return EXIT.done
}

/** In development Jekyll's server sets `url` to its own address. */
function served(setup: Setup): Setup {
  const { config } = setup
  if (config.environment !== 'development') return setup
  const { host, port, tls } = serverOptions(setup)
  const name = host === '127.0.0.1' ? 'localhost' : host
  const url = `http${tls === undefined ? '' : 's'}://${name}:${port}`
  return { ...setup, config: withSettings(config, new Map([['url', url]])) }
}

/** Whoever starts the server says it, and no site: a page that its own site let in could read what else is served. */
function allowedHosts({ flags }: Arguments): readonly string[] {
  const given = flags.get('allowed-hosts')
  return Array.isArray(given) ? given : []
}

function serverOptions({ config }: Setup): Omit<ServerOptions, 'allowedHosts'> {
  const { source, destination } = config
  const { host, port, baseurl, showDirListing, headers, sslKey, sslCert, liveReload } = serveSettings(config)
  const tls = tlsOf(sslKey, sslCert, source)
  return {
    root: destination,
    host,
    port,
    baseurl: baseurl === '' || baseurl.startsWith('/') ? baseurl : `/${baseurl}`,
    showDirListing,
    headers: new Map(headers.map(([name, value]) => header(name, value))),
    ...(tls === undefined ? {} : { tls }),
    ...(liveReload === undefined ? {} : { liveReload: liveReloadOptions(liveReload) }),
  }
}

/** Throws where the delays contradict each other, as Jekyll stops there. */
function liveReloadOptions({ port, ignore, minDelay, maxDelay }: LiveReloadSettings): LiveReloadOptions {
  if (minDelay !== undefined && maxDelay !== undefined && maxDelay < minDelay)
    throw fault(
      'serve/livereload-delay',
      `--livereload-max-delay ${maxDelay} is less than --livereload-min-delay ${minDelay}.`,
      'give the greater number to --livereload-max-delay',
    )
  return { port, ignore, minDelay: minDelay ?? 0, ...(maxDelay === undefined ? {} : { maxDelay }) }
}

/** One of the headers under `webrick`; told at once where no answer could carry it. */
function header(name: string, value: string): [name: string, value: string] {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
  } catch {
    throw fault(
      'serve/header',
      `'${name}' under \`webrick: headers:\` is no HTTP header: ${JSON.stringify(value)}.`,
      'write a name of letters and hyphens, and one line of text',
    )
  }
  return [name, value]
}

function tlsOf(key: string, cert: string, source: string): ServerOptions['tls'] {
  if (key === '' && cert === '') return undefined
  if (key === '' || cert === '')
    throw fault('serve/ssl', '--ssl-cert or --ssl-key missing.', 'give both, as paths from the source')
  const read = (file: string): Uint8Array => {
    try {
      return openGate('/').read(path.resolve(source, file)).bytes
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
