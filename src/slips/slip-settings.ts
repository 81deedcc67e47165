import type { Config } from '../site/index.ts'

/** What of a configuration decides whether a text is a slip. */
export type SlipSettings = Pick<Config, 'rules' | 'address' | 'markdown'>
