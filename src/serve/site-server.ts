/**
 * The built site over HTTP, as `jekyll serve` gives it: extensionless URLs, `404.html`, directory listings, character
 * sets for text, ranges and etags, and no caching, since a rebuild may come any second.
 *
 * While the last build has failed, pages answer with its diagnostics; other files still come from the last good site.
 */
import fs from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import path from 'node:path'
import { type Diagnostic, withSlashes } from '../base/index.ts'
import { isAllowedHost, isLoopback } from './allowed-hosts.ts'
import { directoryListing } from './directory-listing.ts'
import { errorPage } from './error-page.ts'
import { findTarget } from './find-target.ts'
import { HTTP_LIMITS, limit } from './limits.ts'
import { LiveReload } from './live-reload.ts'
import { withNotes } from './page-notes.ts'
import { sendFile } from './send-file.ts'
import type { Listening, Outcome, PageNotes, ServerOptions } from './types.ts'

const NO_CACHE = 'private, max-age=0, proxy-revalidate, no-store, no-cache, must-revalidate'
const METHODS = 'GET, HEAD, OPTIONS'
const PAGE = /\.x?html?$/i

export class SiteServer {
  readonly #options: ServerOptions
  readonly #server: Server
  #liveReload: LiveReload | undefined
  #liveReloadPort = 0
  #failed: readonly Diagnostic[] | undefined
  #notes: PageNotes
  /** '' or '/base' */
  #baseurl: string
  #origin = ''

  constructor(options: ServerOptions) {
    this.#options = options
    this.#notes = options.notes ?? new Map()
    this.#baseurl = mounted(options.baseurl)
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      try {
        this.#answer(request, response)
      } catch {
        // One request must not end the server: a file may go between finding and reading it.
        if (response.headersSent) response.destroy()
        else this.#notFound(request, response, false)
      }
    }
    const { tls } = options
    this.#server = tls
      ? createTlsServer({ ...HTTP_LIMITS, key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, answer)
      : createServer(HTTP_LIMITS, answer)
    limit(this.#server)
  }

  /** Starts listening. Rejects (EADDRINUSE, EACCES) when the port cannot be had. */
  async start(): Promise<Listening> {
    const { host, port, tls, liveReload } = this.#options
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, host, resolve)
    })
    const scheme = tls ? 'https' : 'http'
    const address = this.#server.address()
    const listens = typeof address === 'object' && address !== null ? address : { address: host, port }
    let liveReloadUrl: string | undefined
    if (liveReload) {
      this.#liveReload = new LiveReload(liveReload, this.#options)
      this.#liveReloadPort = await this.#liveReload.listen()
      liveReloadUrl = `${scheme}://${host}:${this.#liveReloadPort}`
    }
    this.#origin = `${scheme}://${host}:${listens.port}`
    return { url: this.url, liveReloadUrl, open: !isLoopback(listens.address) }
  }

  /** the site's address */
  get url(): string {
    return `${this.#origin}${this.#baseurl}/`
  }

  /** Takes note of a build and tells open pages. */
  built(outcome: Outcome): void {
    const wasFailed = this.#failed !== undefined
    this.#failed = outcome.failed ? outcome.diagnostics : undefined
    this.#notes = outcome.notes ?? this.#notes
    this.#baseurl = mounted(outcome.baseurl ?? this.#baseurl)
    if (wasFailed || outcome.failed) this.#liveReload?.reload()
    else this.#liveReload?.changed([...outcome.written, ...outcome.removed])
  }

  async close(): Promise<void> {
    await this.#liveReload?.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { host } = request.headers
    if (!isAllowedHost(host, this.#options.host, this.#options.allowedHosts)) {
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(forbidden(host))
      return
    }
    this.#setHeaders(response)
    if (request.method === 'OPTIONS') {
      response.writeHead(200, { Allow: METHODS, 'Content-Length': 0 }).end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: METHODS }).end()
      return
    }
    const url = this.#siteRelative(request.url ?? '/')
    const { root, showDirListing } = this.#options
    const baseurl = this.#baseurl
    const target = url === undefined ? undefined : findTarget(root, url, showDirListing)
    if (target === undefined || target.kind === 'nothing') this.#notFound(request, response)
    else if (target.kind === 'moved')
      response.writeHead(301, { Location: baseurl + oneSlash(target.to) }).end()
    else if (this.#failed !== undefined && (target.kind === 'directory' || PAGE.test(target.file)))
      this.#send(response, 500, errorPage(this.#failed, this.#script(request)))
    else if (target.kind === 'directory')
      this.#send(response, 200, directoryListing(root, target.path, baseurl))
    else if (
      PAGE.test(target.file) &&
      (this.#liveReload !== undefined || this.#notesOf(target.file).length > 0)
    )
      this.#sendPage(request, response, 200, target.file)
    else sendFile(request, response, target.file, () => this.#notFound(request, response))
  }

  /** The request's path below `baseurl`, query included; undefined when it is outside. */
  #siteRelative(url: string): string | undefined {
    const base = this.#baseurl
    if (!url.startsWith(base)) return undefined
    const rest = url.slice(base.length)
    if (rest === '' || rest.startsWith('?')) return `/${rest}`
    return rest.startsWith('/') ? rest : undefined
  }

  /** The site's own page for it, unless `own` is false: then what cannot go wrong. */
  #notFound(request: IncomingMessage, response: ServerResponse, own = true): void {
    const target = own ? findTarget(this.#options.root, '/404.html', false) : undefined
    if (target?.kind === 'file') this.#sendPage(request, response, 404, target.file)
    else this.#send(response, 404, '<!DOCTYPE html>\n<title>Not Found</title>\n<h1>Not Found</h1>\n')
  }

  #sendPage(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
    const html = withNotes(fs.readFileSync(file, 'utf8'), this.#notesOf(file))
    const script = this.#script(request)
    const head = /<head(?:\s[^>]*)?>/i.exec(html)
    const at = head === null ? 0 : head.index + head[0].length
    const type = path.extname(file) === '.xhtml' ? 'application/xhtml+xml' : undefined
    this.#send(response, status, script === '' ? html : html.slice(0, at) + script + html.slice(at), type)
  }

  #notesOf(file: string): readonly string[] {
    return this.#notes.get(withSlashes(path.relative(this.#options.root, file), path.sep)) ?? []
  }

  #script(request: IncomingMessage): string {
    if (this.#liveReload === undefined) return ''
    const host = URL.canParse(`http://${request.headers.host}`)
      ? new URL(`http://${request.headers.host}`).hostname
      : this.#options.host
    const scheme = this.#options.tls ? 'https' : 'http'
    return `<script src="${scheme}://${host}:${this.#liveReloadPort}${this.#liveReload.scriptPath}"></script>`
  }

  #send(response: ServerResponse, status: number, html: string, type = 'text/html; charset=utf-8'): void {
    const body = Buffer.from(html)
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Length', body.length)
    response.writeHead(status).end(body)
  }

  #setHeaders(response: ServerResponse): void {
    response.setHeader('Cache-Control', NO_CACHE)
    for (const [name, value] of this.#options.headers) response.setHeader(name, value)
  }
}

function forbidden(host = ''): string {
  return `This server does not answer to ${JSON.stringify(host)}. To have it do so, start it with --allowed-hosts and that name.\n`
}

function mounted(baseurl: string): string {
  return baseurl.replace(/\/+$/, '')
}

/** `//x/` would send the browser to another host. */
function oneSlash(url: string): string {
  return url.replace(/^\/+/, '/')
}
