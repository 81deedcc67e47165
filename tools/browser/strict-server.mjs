// Serves a built site as a careful host does: compressed, and under a policy that allows nothing from elsewhere.
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import zlib from 'node:zlib'

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml',
}

export const STRICT = "default-src 'self'"
/** Pagefind's index is read by WebAssembly, which a policy has to allow by name. */
export const WITH_SEARCH = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

/** Where a page may be cut on its way: before a part of it. */
const PART = /(?=<(?:nav|div class="tools|main|aside|h1|h2|footer)\b)/

async function sendInPieces(response, body, type, pause) {
  for (const piece of type.startsWith('text/html') ? body.toString().split(PART) : [body]) {
    response.write(piece)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  response.end()
}

export function serveStrictly(
  root,
  policy = STRICT,
  { lifetimes = false, delay = () => 0, pieces = 0 } = {},
) {
  const lifetimeOf = (type) => {
    if (!lifetimes) return 'no-store'
    return type.startsWith('text/html') ? 'no-cache' : 'max-age=31536000, immutable'
  }
  const server = http.createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = path.join(root, asked.endsWith('/') ? `${asked}index.html` : asked)
    const found = file.startsWith(root) && fs.existsSync(file) && fs.statSync(file).isFile()
    const body = fs.readFileSync(found ? file : path.join(root, '404.html'))
    const type = TYPES[path.extname(found ? file : '.html')] ?? 'application/octet-stream'
    const packs = /^(?:text|application\/json|image\/svg)/.test(type)
    const wait = delay(asked)
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    response.writeHead(found ? 200 : 404, {
      'cache-control': lifetimeOf(type),
      'content-security-policy': policy,
      'content-type': type,
      ...(packs && pieces === 0 ? { 'content-encoding': 'gzip' } : {}),
    })
    if (pieces > 0) return sendInPieces(response, body, type, pieces)
    response.end(packs ? zlib.gzipSync(body) : body)
  })
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      resolve({
        origin: `http://localhost:${server.address().port}`,
        close: () =>
          new Promise((done) => {
            server.closeAllConnections()
            server.close(() => done())
          }),
      })
    })
  })
}
