addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(caches.delete('whirl').then(() => registration.unregister())))
