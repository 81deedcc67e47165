/** Settings that are computed: AVIF and WebP of pictures where sharp is installed, and the pictures as they are elsewhere. */
import { createRequire } from 'node:module'

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch {
    return false
  }
}

export default { pictures: { formats: isInstalled('sharp') ? ['avif', 'webp'] : [] } }
