/** Several files as one entry of a cache: a line of JSON that says where each lies, then their bytes. */

export interface PackedFile {
  readonly path: string
  readonly content: Uint8Array
}

/** One entry of `files`, marked with `digest`. */
export function pack(files: readonly PackedFile[], digest: string): Uint8Array {
  const head = JSON.stringify({ digest, files: files.map(({ path, content }) => [path, content.length]) })
  return Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ content }) => content)])
}

/** The files of an entry; undefined when it has another digest or is not whole. */
export function unpack(bytes: Uint8Array, digest: string): readonly PackedFile[] | undefined {
  const end = bytes.indexOf(0x0a)
  if (end === -1) return undefined
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
      digest?: unknown
      files?: readonly [string, number][]
    }
    if (head.digest !== digest || head.files === undefined) return undefined
    let at = end + 1
    const files = head.files.map(([path, length]) => {
      const content = bytes.subarray(at, at + length)
      at += length
      return { path, content }
    })
    return at === bytes.length ? files : undefined
  } catch {
    // Written by another program, or cut off: as good as absent.
    return undefined
  }
}
