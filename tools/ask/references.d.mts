import type { KramdownVersion } from '../../src/base/index.ts'

export declare function kramdownOf(name: string): KramdownVersion
export declare function compatOf(name: string): string
export declare const ENVIRONMENT: Readonly<Record<string, string | undefined>>
export declare function isThere(name: string): boolean
