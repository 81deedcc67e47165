/**
 * Tells browsers what changed, over a WebSocket on its own port (Jekyll's 35729 unless told otherwise).
 *
 * A page carries one script that connects back to the port it came from. Style sheets are swapped in place; anything
 * else reloads the page. A socket is accepted only at a host that the server answers to, and from a page of that host, so
 * that a foreign site open in the same browser learns nothing about the drafts being written.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { globMatches } from '../base/index.ts'
import { hostName, isAllowedHost } from './allowed-hosts.ts'
import { HTTP_LIMITS, limit, MAX_MESSAGE } from './limits.ts'
import type { LiveReloadOptions, ServerOptions } from './types.ts'

type Message = { readonly reload: true } | { readonly css: readonly string[] }

const CLIENT = `(() => {
  const own = new URL(document.currentScript.src)
  const socketUrl = own.protocol.replace('http', 'ws') + '//' + own.host + '/' + own.search
  const swap = (paths) => {
    let swapped = 0
    for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
      const url = new URL(link.href)
      if (url.host !== location.host || !paths.some((path) => url.pathname.endsWith('/' + path))) continue
      url.searchParams.set('livereload', Math.random())
      const fresh = link.cloneNode()
      fresh.href = url.href
      fresh.onload = () => link.remove()
      link.after(fresh)
      swapped++
    }
    if (swapped === 0 && paths.length === 0) location.reload()
  }
  let lost = false
  const connect = () => {
    const socket = new WebSocket(socketUrl)
    socket.onopen = () => { if (lost) location.reload() }
    socket.onmessage = (event) => {
      const message = JSON.parse(event.data)
      if (message.css) swap(message.css)
      else location.reload()
    }
    socket.onclose = () => { lost = true; setTimeout(connect, 500) }
  }
  connect()
})()
`

export class LiveReload {
  readonly #server: Server
  readonly #sockets: WebSocketServer
  readonly #options: LiveReloadOptions
  readonly #host: string
  readonly #allows: (host: string | undefined) => boolean
  #timer: NodeJS.Timeout | undefined
  /** how many changes were told; a page names the count it was sent with */
  #told = 0
  #pending: Message | undefined
  /** when the first change came that browsers have not been told of */
  #waitingSince: number | undefined

  /** `host` is what it listens at; it answers to the names that `isAllowedHost` has for it and `allowedHosts`. */
  constructor(
    options: LiveReloadOptions,
    { host, allowedHosts, tls }: Pick<ServerOptions, 'host' | 'allowedHosts' | 'tls'>,
  ) {
    this.#options = options
    this.#host = host
    this.#allows = (named) => isAllowedHost(named, host, allowedHosts)
    const serve = (request: IncomingMessage, response: ServerResponse): void => {
      const allowed = this.#allows(request.headers.host)
      const wanted = allowed && request.url?.startsWith('/livereload.js') === true
      response.writeHead(wanted ? 200 : allowed ? 404 : 403, {
        'Content-Type': 'text/javascript; charset=utf-8',
      })
      response.end(wanted ? CLIENT : '')
    }
    this.#server = tls
      ? createTlsServer({ ...HTTP_LIMITS, key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, serve)
      : createServer(HTTP_LIMITS, serve)
    limit(this.#server)
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE })
    this.#server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      if (!this.#accepts(request)) return refuse(stream)
      this.#sockets.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket, request))
    })
  }

  /** The script of a page sent now, below the address this listens at. */
  get scriptPath(): string {
    return `/livereload.js?${this.#told}`
  }

  /** Listens; resolves with the port (the real one when asked for 0). Rejects when the port is taken. */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#options.port, this.#host, () => {
        const address = this.#server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : this.#options.port)
      })
    })
  }

  /** Output files changed: swaps style sheets when nothing else did, reloads otherwise. */
  changed(paths: readonly string[]): void {
    const seen = paths.filter((path) => !this.#options.ignore.some((glob) => globMatches(glob, path)))
    if (seen.length === 0) return
    const styles = seen.filter((path) => path.endsWith('.css'))
    const others = seen.filter((path) => !/\.css(\.map)?$/.test(path))
    this.#tell(others.length === 0 && styles.length > 0 ? { css: styles } : { reload: true })
  }

  /** Every page is to be asked for again: an error page appeared or went. */
  reload(): void {
    this.#tell({ reload: true })
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    for (const client of this.#sockets.clients) client.terminate()
    this.#sockets.close()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** A browser always sends Origin; it must name the host that was asked for. */
  #accepts(request: IncomingMessage): boolean {
    const { origin, host } = request.headers
    if (origin === undefined || !URL.canParse(origin) || !this.#allows(host)) return false
    return hostName(new URL(origin).host) === hostName(host)
  }

  #welcome(socket: WebSocket, request: IncomingMessage): void {
    // What is no message by the protocol closes the socket that sent it, and no more.
    socket.on('error', () => socket.terminate())
    // A build may end between a page's being sent and its connecting: that page would wait for ever.
    if (request.url !== `/?${this.#told}`) socket.send(JSON.stringify({ reload: true } satisfies Message))
  }

  #tell(message: Message): void {
    clearTimeout(this.#timer)
    this.#told++
    this.#pending = this.#pending === undefined ? message : merged(this.#pending, message)
    const text = JSON.stringify(this.#pending)
    const { minDelay, maxDelay = Number.POSITIVE_INFINITY } = this.#options
    this.#waitingSince ??= performance.now()
    const waited = (performance.now() - this.#waitingSince) / 1000
    const delay = Math.max(0, Math.min(minDelay, maxDelay - waited))
    this.#timer = setTimeout(() => {
      this.#waitingSince = undefined
      this.#pending = undefined
      for (const client of this.#sockets.clients as Set<WebSocket>) client.send(text)
    }, delay * 1000)
  }
}

/** One message for two that came within the least delay. */
function merged(one: Message, other: Message): Message {
  return 'css' in one && 'css' in other ? { css: [...one.css, ...other.css] } : { reload: true }
}

function refuse(stream: Duplex): void {
  stream.on('error', () => {})
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}
