import { language } from '../language.ts'

export const c = language({ tag: 'c', states: () => ({ root: [[/[^]+/, '']] }) })
