/** What one client may take of the server: enough for every tab of a browser, too little to keep the others out. */
import type { Server, ServerOptions } from 'node:http'

export const HTTP_LIMITS: ServerOptions = {
  /** bytes of all headers of a request */
  maxHeaderSize: 16_384,
  /** milliseconds until the headers, and the whole request, must be there */
  headersTimeout: 20_000,
  requestTimeout: 60_000,
}

/** bytes of one message of a browser over the socket, which has nothing to say */
export const MAX_MESSAGE = 1024

/** Connections at once: below what a process may have of open files, which a build needs as well. */
const MAX_CONNECTIONS = 512

/** Holds `server` to it, and lets nothing that goes wrong with one connection end it. */
export function limit(server: Server): void {
  server.maxConnections = MAX_CONNECTIONS
  // Without a listener an error while accepting would be thrown; whoever starts the server listens for its own.
  server.on('error', () => {})
}
