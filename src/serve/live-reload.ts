/**
 * Tells browsers what changed, over a WebSocket on its own port (Jekyll's 35729 unless told otherwise).
 *
 * A page carries one script that connects back to the port it came from. Style sheets are swapped in place; anything
 * else reloads the page. A socket is accepted only from a page of the same host, so that a foreign site open in the
 * same browser learns nothing about the drafts being written.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type WebSocket, WebSocketServer } from 'ws'
import { globMatches } from '../base/index.ts'
import type { LiveReloadOptions } from './types.ts'

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
  #timer: NodeJS.Timeout | undefined
  /** how many changes were told; a page names the count it was sent with */
  #told = 0
  #pending: Message | undefined
  /** when the first change came that browsers have not been told of */
  #waitingSince: number | undefined

  constructor(options: LiveReloadOptions, tls?: { readonly key: Uint8Array; readonly cert: Uint8Array }) {
    this.#options = options
    const serve = (request: IncomingMessage, response: ServerResponse): void => {
      const wanted = request.url?.startsWith('/livereload.js') === true
      response.writeHead(wanted ? 200 : 404, { 'Content-Type': 'text/javascript; charset=utf-8' })
      response.end(wanted ? CLIENT : '')
    }
    this.#server = tls
      ? createTlsServer({ key: Buffer.from(tls.key), cert: Buffer.from(tls.cert) }, serve)
      : createServer(serve)
    this.#sockets = new WebSocketServer({
      server: this.#server,
      verifyClient: ({ req }: { req: IncomingMessage }) => sameHost(req),
    })
    // The HTTP server reports what goes wrong with the port; without a listener here it would be thrown twice.
    this.#sockets.on('error', () => {})
    // A build may end between a page's being sent and its connecting: that page would wait for ever.
    this.#sockets.on('connection', (socket, request) => {
      if (request.url !== `/?${this.#told}`) socket.send(JSON.stringify({ reload: true } satisfies Message))
    })
  }

  /** The script of a page sent now, below the address this listens at. */
  get scriptPath(): string {
    return `/livereload.js?${this.#told}`
  }

  /** Listens; resolves with the port (the real one when asked for 0). Rejects when the port is taken. */
  listen(host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#options.port, host, () => {
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

/** A browser always sends Origin; it must name the host that was asked for. */
function sameHost(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || host === undefined) return false
  return URL.canParse(origin) && new URL(origin).hostname === new URL(`http://${host}`).hostname
}
