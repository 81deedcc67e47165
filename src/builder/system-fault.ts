/** What the operating system refuses, as a diagnostic: the text Ruby (and so Jekyll) has for it, and what to do. */
import type { Diagnostic } from '../base/index.ts'

interface Fault {
  /** Ruby's text of the error number */
  readonly text: string
  readonly help: string
}

const FAULTS: Readonly<Record<string, Fault>> = {
  EACCES: { text: 'Permission denied', help: 'give the user who builds the right to it' },
  EPERM: { text: 'Operation not permitted', help: 'give the user who builds the right to it' },
  ENOSPC: { text: 'No space left on device', help: 'make room; the old output is as it was' },
  EFBIG: { text: 'File too large', help: 'raise the limit with `ulimit -f`; the old output is as it was' },
  EIO: { text: 'Input/output error', help: 'the disk may be failing; the old output is as it was' },
  EDQUOT: { text: 'Disk quota exceeded', help: 'make room; the old output is as it was' },
  EROFS: { text: 'Read-only file system', help: 'choose another destination with --destination' },
  ENOENT: { text: 'No such file or directory', help: 'the file went away, or its directory cannot be made' },
  EISDIR: { text: 'Is a directory', help: 'a directory stands where a file must go: remove it' },
  ENOTDIR: { text: 'Not a directory', help: 'a file stands where a directory must go: remove it' },
  EEXIST: { text: 'File exists', help: 'a file stands where a directory must go: remove it' },
  ENOTEMPTY: { text: 'Directory not empty', help: 'a directory stands where a file must go: remove it' },
  ENAMETOOLONG: { text: 'File name too long', help: 'give the page or the destination a shorter name' },
  EMFILE: { text: 'Too many open files', help: 'raise the limit with `ulimit -n`' },
  ELOOP: { text: 'Too many levels of symbolic links', help: 'a link points at itself: fix it' },
}

/**
 * `error` as a diagnostic when the operating system raised it, else undefined: then it is our bug and must travel on.
 * `action` says what was being done: 'writing', 'reading'.
 */
export function systemFault(error: unknown, action: string): Diagnostic | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const fault = FAULTS[error.code]
  if (fault === undefined && !/^E[A-Z0-9]+$/.test(error.code)) return undefined
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined
  // Of two files it is the source that is missing or may not be read, and the target that everything else is about.
  const dest = 'dest' in error && typeof error.dest === 'string' ? error.dest : undefined
  const target = dest === undefined || error.code === 'ENOENT' || error.code === 'EACCES' ? path : dest
  return {
    code: `build/${error.code.toLowerCase()}`,
    severity: 'error',
    message: `${fault?.text ?? error.message}${target === undefined ? '' : ` @ ${action} - ${target}`}`,
    ...(fault === undefined ? {} : { help: fault.help }),
    trail: [],
  }
}
