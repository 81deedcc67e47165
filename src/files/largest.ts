/** Bytes of the largest file that is read at once, 256 MiB: V8 has no texts longer than twice that. */
export const LARGEST = 256 * 1024 * 1024
