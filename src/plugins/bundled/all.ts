/** Every plugin that comes with the program. */
import type { Plugin } from '../api.ts'

export const BUNDLED: readonly Plugin[] = []
