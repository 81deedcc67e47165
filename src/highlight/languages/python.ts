import { language } from '../language.ts'

export const python = language({ tag: 'python', states: () => ({ root: [[/[^]+/, '']] }) })
