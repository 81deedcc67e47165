/** A server of a small site, closed again after each test. */
import { onTestFinished } from 'vitest'
import { serve } from '../../src/serve/index.ts'
import { makeSite } from '../site-maker.ts'

type ServeOptions = Parameters<typeof serve>[0]

export async function start(
  files: Record<string, string>,
  server: Partial<ServeOptions['server']> = {},
  rest: Partial<ServeOptions> = {},
) {
  const { root } = makeSite(files)
  let address = ''
  let liveReload: string | undefined
  let open = false
  const opened = await serve({
    server: {
      root,
      host: '127.0.0.1',
      port: 0,
      allowedHosts: [],
      baseurl: '',
      showDirListing: false,
      headers: new Map(),
      ...server,
    },
    build: () => ({ written: [], removed: [], diagnostics: [], failed: false }),
    onListening: (listening) => {
      address = listening.url
      liveReload = listening.liveReloadUrl
      open = listening.open
    },
    onError: (error) => {
      throw error
    },
    ...rest,
  })
  onTestFinished(() => opened.close())
  const get = (where: string, init: RequestInit = {}) =>
    fetch(new URL(where, address), { redirect: 'manual', ...init })
  return { root, get, address, liveReload, open }
}
