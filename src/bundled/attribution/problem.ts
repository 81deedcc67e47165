/** What is wrong with what a site says of its authors, employers, licences and credits, while it is read. */

/** Where a fault stands: keys from the outermost in, list positions as numbers. */
export type KeyPath = readonly (string | number)[]

export interface Problem {
  /** `attribution/…`; never renamed */
  readonly code: string
  readonly message: string
  /** what to do */
  readonly help: string
  readonly at: KeyPath
}

/** Takes problems of one file. */
export type Report = (problem: Problem) => void

/** A report whose places lie below `at`. */
export function below(report: Report, ...at: KeyPath): Report {
  return (problem) => report({ ...problem, at: [...at, ...problem.at] })
}

export const ignore: Report = () => {}

/** What a value is, in words a message can use: `a list`, `the number 3`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Map) return 'a hash'
  if (typeof value === 'string') return `the text '${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'number' || typeof value === 'bigint' ? `the number ${value}` : 'a date'
}
