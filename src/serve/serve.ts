/**
 * The loop of `whirl serve`: serve what is built, watch, build again after a change.
 *
 * This file knows nothing of Liquid or Markdown: the build is a function handed in. A build that fails is an outcome
 * like any other; the server goes on with the last good site and shows the diagnostics.
 */
import { SiteServer } from './site-server.ts'
import type { Listening, Outcome, ServerOptions } from './types.ts'
import { type Watch, Watcher } from './watch.ts'

interface ServeOptions {
  readonly server: ServerOptions
  /** undefined: serve only */
  readonly watch?: Watch
  /** builds after files at these absolute paths were added, changed or removed */
  readonly build: (changed: readonly string[]) => Outcome | Promise<Outcome>
  /** told once changes are seen */
  readonly onWatching?: () => void
  readonly onListening: (listening: Listening) => void
  /** told when a build has given the site another address */
  readonly onMoved?: (url: string) => void
  readonly onError: (error: Error) => void
}

interface Serving {
  close(): Promise<void>
}

/** Listens and watches until closed. Rejects when the port cannot be had. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const server = new SiteServer(options.server)
  const listening = await server.start()
  const watcher = options.watch === undefined ? undefined : watchAndBuild(options, options.watch, server)
  if (watcher !== undefined) {
    await watcher.ready()
    options.onWatching?.()
  }
  // Said last: an edit made by someone who has read it is seen.
  options.onListening(listening)
  return {
    close: async () => {
      await watcher?.close()
      await server.close()
    },
  }
}

function watchAndBuild(options: ServeOptions, watch: Watch, server: SiteServer): Watcher {
  return new Watcher({
    ...watch,
    onChange: async (changed) => {
      const before = server.url
      server.built(await options.build(changed))
      if (server.url !== before) options.onMoved?.(server.url)
    },
    onError: options.onError,
  })
}
