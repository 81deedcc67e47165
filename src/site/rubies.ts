/** Which Ruby may run a site's plugins: the one that is WebAssembly, or one of the machine. */
export const RUBIES = ['wasm', 'native'] as const
