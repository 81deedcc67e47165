/** Serves a built site as a careful host does: compressed, and under a policy that allows nothing from elsewhere. */
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import zlib from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml',
}

export const STRICT = "default-src 'self'"
/** Pagefind's index is read by WebAssembly, which a policy has to allow by name. */
export const WITH_SEARCH = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

export interface StrictServer {
  readonly origin: string
  close(): Promise<void>
}

export function serveStrictly(root: string, policy = STRICT): Promise<StrictServer> {
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = path.join(root, asked.endsWith('/') ? `${asked}index.html` : asked)
    const found = file.startsWith(root) && fs.existsSync(file) && fs.statSync(file).isFile()
    const body = fs.readFileSync(found ? file : path.join(root, '404.html'))
    const type = TYPES[path.extname(found ? file : '.html')] ?? 'application/octet-stream'
    const packs = /^(?:text|application\/json|image\/svg)/.test(type)
    response.writeHead(found ? 200 : 404, {
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'content-type': type,
      ...(packs ? { 'content-encoding': 'gzip' } : {}),
    })
    response.end(packs ? zlib.gzipSync(body) : body)
  })
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({
        origin: `http://localhost:${port}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
