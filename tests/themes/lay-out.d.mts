import type { ThemeCase } from './cases.mjs'

export function layOut(root: string, given: ThemeCase): { readonly site: string; readonly gems: string }
export function outputOf(folder: string): Readonly<Record<string, string>>
