/** What Ruby does with files as questions in texts, which can be asked again. */
import type { SystemFiles } from './system-files.ts'

type Asked = readonly [kind: keyof SystemFiles, path: string, more?: string | number | null]

const MARK = 'file '

export function isFileQuestion(question: string): boolean {
  return question.startsWith(MARK)
}

/** Whether a question about files only looks at them. */
export function isLook(question: string): boolean {
  const [kind] = JSON.parse(question.slice(MARK.length)) as Asked
  return LOOKS.has(kind)
}

const LOOKS: ReadonlySet<Asked[0]> = new Set(['kindOf', 'list', 'mayChange', 'read', 'stat'])

/** What `files` say to a question of `askingFiles`. */
export function fileAnswer(files: SystemFiles, question: string): string {
  const [kind, path, more] = JSON.parse(question.slice(MARK.length)) as Asked
  try {
    return JSON.stringify({ ok: said(files, kind, path, more) ?? null })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return JSON.stringify({ error: error.code, message: error.message })
  }
}

function said(files: SystemFiles, kind: Asked[0], path: string, more: Asked[2]): unknown {
  switch (kind) {
    case 'read':
      return textOf(files.read(path))
    case 'write':
      return files.write(path, bytesOf(String(more)))
    case 'setTime':
      return files.setTime(path, typeof more === 'number' ? more : undefined)
    default:
      return files[kind](path)
  }
}

/** Files of which everything is asked by `ask`. */
export function askingFiles(ask: (question: string) => string): SystemFiles {
  const askFor = (...asked: Asked): unknown => {
    const answer = JSON.parse(ask(MARK + JSON.stringify(asked))) as {
      readonly ok?: unknown
      readonly error?: string
      readonly message?: string
    }
    if (answer.error !== undefined) throw Object.assign(new Error(answer.message), { code: answer.error })
    return answer.ok
  }
  return {
    kindOf: (path) => (askFor('kindOf', path) as ReturnType<SystemFiles['kindOf']> | null) ?? undefined,
    list: (path) => askFor('list', path) as ReturnType<SystemFiles['list']>,
    read: (path) => bytesOf(askFor('read', path) as string),
    stat: (path) => askFor('stat', path) as ReturnType<SystemFiles['stat']>,
    mayChange: (path) => askFor('mayChange', path) === true,
    write: (path, bytes) => void askFor('write', path, textOf(bytes)),
    makeDirectory: (path) => void askFor('makeDirectory', path),
    remove: (path) => void askFor('remove', path),
    setTime: (path, mtime) => void askFor('setTime', path, mtime ?? null),
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64')
}
