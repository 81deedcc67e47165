/** The adapter of @bjorn3/browser_wasi_shim, which has WASI in JavaScript. */
import type * as Shim from '@bjorn3/browser_wasi_shim'
import { packageFile, requireBeside } from '../../base/index.ts'

export type WasiShim = typeof Shim
export type { Directory, Fd, File, Inode } from '@bjorn3/browser_wasi_shim'

/** Whether the package is installed. */
export function hasSystem(): boolean {
  try {
    packageFile('@bjorn3/browser_wasi_shim')
    return true
  } catch {
    return false
  }
}

export function wasiShim(): WasiShim {
  return requireBeside<WasiShim>('@bjorn3/browser_wasi_shim', '@bjorn3/browser_wasi_shim')
}
