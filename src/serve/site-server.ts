/**
 * The built site over HTTP, as `jekyll serve` gives it: extensionless URLs, `404.html`, directory listings on
 * request, character sets for text, ranges and etags (sirv's), and no caching, since a rebuild may come any second.
 *
 * While the last build has failed, pages answer with its diagnostics; other files still come from the last good site.
 */
import fs from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import path from 'node:path'
import sirv from 'sirv'
import type { Diagnostic } from '../base/index.ts'
import { directoryListing } from './directory-listing.ts'
import { errorPage } from './error-page.ts'
import { LiveReload } from './live-reload.ts'
import type { Outcome, ServerOptions } from './types.ts'

const NO_CACHE = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate'
const PAGE = /\.x?html?$/
/** What sirv names without a character set. Jekyll's server says utf-8 for all text. */
const TEXT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css'],
  ['.csv', 'text/csv'],
  ['.js', 'text/javascript'],
  ['.mjs', 'text/javascript'],
  ['.json', 'application/json'],
  ['.txt', 'text/plain'],
  ['.md', 'text/markdown'],
  ['.svg', 'image/svg+xml'],
  ['.xml', 'application/xml'],
  ['.atom', 'application/atom+xml'],
  ['.rss', 'application/rss+xml'],
  ['.webmanifest', 'application/manifest+json'],
])

export class SiteServer {
  readonly #options: ServerOptions
  readonly #server: Server
  readonly #files: ReturnType<typeof sirv>
  #liveReload: LiveReload | undefined
  #liveReloadPort = 0
  #failed: readonly Diagnostic[] | undefined

  constructor(options: ServerOptions) {
    this.#options = options
    this.#files = sirv(options.root, {
      dev: true,
      etag: true,
      extensions: ['html', 'xhtml'],
      setHeaders: (response, file) => this.#setHeaders(response, path.extname(file)),
      onNoMatch: (request, response) => this.#notFound(request, response as ServerResponse),
    })
    const answer = (request: IncomingMessage, response: ServerResponse): void =>
      this.#answer(request, response)
    this.#server = options.tls
      ? createTlsServer({ key: Buffer.from(options.tls.key), cert: Buffer.from(options.tls.cert) }, answer)
      : createServer(answer)
  }

  /** Starts listening. Resolves with the site's address; rejects (EADDRINUSE, EACCES) when the port cannot be had. */
  async start(): Promise<{ url: string; liveReloadUrl: string | undefined }> {
    const { host, port, baseurl, tls, liveReload } = this.#options
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, resolve)
    })
    const scheme = tls ? 'https' : 'http'
    const address = this.#server.address()
    const bound = typeof address === 'object' && address !== null ? address.port : port
    let liveReloadUrl: string | undefined
    if (liveReload) {
      this.#liveReload = new LiveReload(liveReload, tls)
      this.#liveReloadPort = await this.#liveReload.listen(host)
      liveReloadUrl = `${scheme}://${host}:${this.#liveReloadPort}`
    }
    return { url: `${scheme}://${host}:${bound}${baseurl.replace(/\/+$/, '')}/`, liveReloadUrl }
  }

  /** Takes note of a build and tells open pages. */
  built(outcome: Outcome): void {
    const wasFailed = this.#failed !== undefined
    this.#failed = outcome.failed ? outcome.diagnostics : undefined
    if (wasFailed || outcome.failed) this.#liveReload?.reload()
    else this.#liveReload?.changed([...outcome.written, ...outcome.removed])
  }

  async close(): Promise<void> {
    await this.#liveReload?.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    const urlPath = this.#siteRelative(request.url ?? '/')
    if (urlPath === undefined) {
      this.#notFound(request, response)
      return
    }
    const directory = this.#directoryWithoutSlash(urlPath)
    if (directory !== undefined) {
      response.writeHead(301, { Location: `${this.#options.baseurl}${directory}/` }).end()
      return
    }
    const file = this.#pageFor(urlPath)
    if (this.#failed !== undefined && (file !== undefined || urlPath.endsWith('/'))) {
      this.#send(response, 500, errorPage(this.#failed, this.#script(request)))
    } else if (this.#options.showDirListing && urlPath.endsWith('/')) {
      this.#send(response, 200, directoryListing(this.#options.root, urlPath, this.#options.baseurl))
    } else if (file !== undefined && this.#liveReload !== undefined) {
      this.#sendPage(request, response, 200, file)
    } else {
      request.url = urlPath
      this.#files(request, response)
    }
  }

  /** The request's path below `baseurl`, query included; undefined when it is outside. */
  #siteRelative(url: string): string | undefined {
    const base = this.#options.baseurl.replace(/\/+$/, '')
    if (!url.startsWith(base)) return undefined
    const rest = url.slice(base.length)
    if (rest === '' || rest.startsWith('?')) return `/${rest}`
    return rest.startsWith('/') ? rest : undefined
  }

  /** The absolute file of a page that answers `urlPath`, in Jekyll's order: itself, `.html`, `.xhtml`, its index. */
  #pageFor(urlPath: string): string | undefined {
    const plain = decode(urlPath)
    if (plain === undefined) return undefined
    const base = path.join(this.#options.root, plain)
    const candidates = plain.endsWith('/')
      ? [path.join(base, 'index.html')]
      : [base, `${base}.html`, `${base}.xhtml`]
    return candidates.find((file) => PAGE.test(file) && this.#isInside(file) && isFile(file))
  }

  #directoryWithoutSlash(urlPath: string): string | undefined {
    const plain = decode(urlPath)
    if (plain === undefined || plain.endsWith('/')) return undefined
    const file = path.join(this.#options.root, plain)
    if (!this.#isInside(file) || !fs.statSync(file, { throwIfNoEntry: false })?.isDirectory())
      return undefined
    return this.#pageFor(urlPath) === undefined ? urlPath.replace(/\?.*$/s, '') : undefined
  }

  #isInside(file: string): boolean {
    return file === this.#options.root || file.startsWith(this.#options.root + path.sep)
  }

  #notFound(request: IncomingMessage, response: ServerResponse): void {
    const own = path.join(this.#options.root, '404.html')
    if (isFile(own)) this.#sendPage(request, response, 404, own)
    else this.#send(response, 404, '<!DOCTYPE html>\n<title>Not Found</title>\n<h1>Not Found</h1>\n')
  }

  #sendPage(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
    const html = fs.readFileSync(file, 'utf8')
    const script = this.#script(request)
    const head = /<head(?:\s[^>]*)?>/i.exec(html)
    const at = head === null ? 0 : head.index + head[0].length
    this.#send(response, status, script === '' ? html : html.slice(0, at) + script + html.slice(at))
  }

  #script(request: IncomingMessage): string {
    if (this.#liveReload === undefined) return ''
    const host = URL.canParse(`http://${request.headers.host}`)
      ? new URL(`http://${request.headers.host}`).hostname
      : this.#options.host
    const scheme = this.#options.tls ? 'https' : 'http'
    return `<script src="${scheme}://${host}:${this.#liveReloadPort}${this.#liveReload.scriptPath}"></script>`
  }

  #send(response: ServerResponse, status: number, html: string): void {
    const body = Buffer.from(html)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Length', body.length)
    this.#setHeaders(response)
    response.writeHead(status).end(body)
  }

  #setHeaders(response: ServerResponse, extension = ''): void {
    const type = TEXT_TYPES.get(extension)
    if (type !== undefined) response.setHeader('Content-Type', `${type}; charset=utf-8`)
    response.setHeader('Cache-Control', NO_CACHE)
    for (const [name, value] of this.#options.headers) response.setHeader(name, value)
  }
}

/** The path of a URL with its escapes decoded; undefined when they are broken or hide a NUL. */
function decode(url: string): string | undefined {
  try {
    const plain = decodeURIComponent(url.replace(/[?#].*$/s, ''))
    return plain.includes('\0') ? undefined : plain
  } catch {
    return undefined
  }
}

function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true
}
