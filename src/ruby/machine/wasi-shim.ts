/** The adapter of @bjorn3/browser_wasi_shim, which has WASI in JavaScript. */
import type * as Shim from '@bjorn3/browser_wasi_shim'
import { requireBeside } from '../../base/index.ts'
import type { RubyEngine } from './engine.ts'

export type WasiShim = typeof Shim
export type { Directory, Fd, File, Inode } from '@bjorn3/browser_wasi_shim'

export function wasiShim({ wasi }: RubyEngine): WasiShim {
  return requireBeside<WasiShim>('@bjorn3/browser_wasi_shim', wasi)
}
