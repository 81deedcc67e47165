// Keeps what was read, for when there is no connection. With one, everything comes from the network.
const STORE = 'whirl'
const MOST = 200
const OFFLINE = '{{ "/offline/" | relative_url }}'

addEventListener('install', (event) => {
  skipWaiting()
  event.waitUntil(caches.open(STORE).then((store) => store.addAll([OFFLINE, '{{ "/assets/whirl/style.css" | relative_url }}'])))
})
addEventListener('activate', (event) => event.waitUntil(clients.claim()))

const keep = async (request, response) => {
  const store = await caches.open(STORE)
  // Behind the others, as the one that was read last.
  await store.delete(request)
  await store.put(request, response)
  const keys = await store.keys()
  const old = keys.filter(({ url }) => new URL(url).pathname !== OFFLINE).slice(0, Math.max(0, keys.length - MOST))
  await Promise.all(old.map((key) => store.delete(key)))
}

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  event.respondWith(
    fetch(request).then(
      (response) => {
        if (response.ok && response.status === 200 && !response.redirected)
          event.waitUntil(keep(request, response.clone()).catch(() => {}))
        return response
      },
      async (error) => {
        const kept = await caches.match(request, { ignoreVary: true })
        if (kept) return kept
        if (request.mode === 'navigate') return (await caches.match(OFFLINE)) ?? Response.error()
        throw error
      },
    ),
  )
})
