/** What the system refuses while reading, in Ruby's words. */
import { ReadError } from './tree.ts'

const TEXTS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  EPERM: 'Operation not permitted',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  ELOOP: 'Too many levels of symbolic links',
  EMFILE: 'Too many open files',
  ENAMETOOLONG: 'File name too long',
  EIO: 'Input/output error',
  ENXIO: 'No such device or address',
}

/** `error`, which `call` had at `place`, as a ReadError; our own mistakes stay what they are. */
export function readError(error: unknown, place: string, call: string): Error {
  if (error instanceof ReadError) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error as Error
  const text = TEXTS[error.code] ?? error.message
  return new ReadError(`${text} @ ${call} - ${place}`, error.code, place)
}

/** The error of a file that is larger than what is read at once. */
export function tooLarge(file: string): ReadError {
  return new ReadError(`File too large @ io_fread - ${file}`, 'EFBIG', file)
}

/** Whether the system refused with this code: `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
