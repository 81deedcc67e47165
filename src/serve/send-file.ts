/** A file as an HTTP answer: ranges, etags, conditions and types are those of the package `send`. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import send from 'send'
import { contentType } from './content-types.ts'

/** Answers with `file` (absolute), or calls `failed` where it cannot be read after all. Headers set before stay. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  failed: () => void,
): void {
  const type = contentType(path.extname(file))
  if (type !== undefined) response.setHeader('Content-Type', type)
  send(request, encodeURIComponent(path.basename(file)), {
    root: path.dirname(file),
    dotfiles: 'allow',
    cacheControl: false,
    index: false,
  })
    .on('error', (error: { readonly status?: number }) => {
      if (error.status === 416) response.writeHead(416).end()
      else failed()
    })
    .pipe(response)
}
