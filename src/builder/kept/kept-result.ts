/** The texts of a document's rendering on their way into the store, and out of it when somebody asks. */
import type { ExtraFile, Left, Rendered, Stands } from '../../render/index.ts'
import type { DocId } from '../../site/index.ts'
import { type Besides, NOTHING_BESIDES, type Trace } from './trace.ts'

const FIRST_CHUNK = 64 * 1024
const MOST_CHUNK = 4 * 1024 * 1024

/** Makes bytes of the texts of renderings, many in one piece of memory: text put together is text copied. */
export class TextsWriter {
  #chunk: Buffer = Buffer.allocUnsafeSlow(FIRST_CHUNK)
  #filled = 0

  /** Has `bytes`, which the last call made, stay as they are. */
  hold(bytes: Buffer): void {
    this.#filled += bytes.length
  }

  /**
   * Output and content of `rendered`, until the next call; the content only by its place where it stands in the
   * output.
   */
  bytesOf({ output, content }: Rendered): Buffer {
    const at = output.indexOf(content)
    const more = at === -1 ? content : ''
    const most = HEAD_BYTES + (output.length + more.length) * UTF8_BYTES
    if (this.#filled + most > this.#chunk.length) {
      const next = Math.min(this.#chunk.length * 2, MOST_CHUNK)
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(next, most))
      this.#filled = 0
    }
    const start = this.#filled
    let end = start + HEAD_BYTES
    end += this.#chunk.write(output, end)
    let place = start
    for (const number of [output.length, at, content.length, end - start - HEAD_BYTES])
      place = this.#chunk.writeInt32LE(number, place)
    end += this.#chunk.write(more, end)
    return this.#chunk.subarray(start, end)
  }
}

/** Lengths of the output and, where it stands in it (-1: behind it), the content; bytes of the output; 4 bytes each. */
const HEAD_BYTES = 16

/** Bytes that one unit of a text may take. */
const UTF8_BYTES = 3

interface Texts {
  readonly output: string
  readonly content: string
}

function textsFrom(bytes: Buffer): Texts {
  const text = bytes.toString('utf8', HEAD_BYTES)
  const length = bytes.readInt32LE(0)
  const at = bytes.readInt32LE(4)
  const from = at === -1 ? length : at
  return { output: text.slice(0, length), content: text.slice(from, from + bytes.readInt32LE(8)) }
}

/** The content among the texts that are `bytes`. */
export function contentIn(bytes: Buffer | undefined): string | undefined {
  return bytes === undefined ? undefined : textsFrom(bytes).content
}

/** A result whose texts are somewhere else, as bytes: they are read when asked for. */
export class KeptResult implements Rendered {
  readonly key: string
  readonly extraFiles: readonly ExtraFile[]
  readonly diagnostics: Besides['diagnostics']
  #texts: Texts | undefined
  readonly #content = (): unknown => this.again().standing?.content?.()
  readonly #layout = (): unknown => this.again().standing?.layout?.()

  /**
   * @param read the texts as bytes; undefined where they are gone
   * @param again renders the document once more, with what was rendered before it then
   */
  constructor(
    readonly id: DocId,
    private readonly trace: Trace,
    private readonly read: () => Buffer | undefined,
    private readonly again: () => Rendered,
  ) {
    const { extraFiles, diagnostics } = trace.besides ?? NOTHING_BESIDES
    this.key = trace.key
    this.extraFiles = extraFiles
    this.diagnostics = diagnostics
  }

  get output(): string {
    return this.texts.output
  }

  get outputBytes(): Uint8Array | undefined {
    const bytes = this.#texts === undefined ? this.read() : undefined
    return bytes?.subarray(HEAD_BYTES, HEAD_BYTES + bytes.readInt32LE(12))
  }

  get content(): string {
    return this.texts.content
  }

  get contentDigest(): string | undefined {
    return this.trace.content
  }

  get left(): Left | undefined {
    return this.trace.besides?.left
  }

  get standing(): Stands {
    const { content, layout, added } = this.trace.stands
    // Written out for the sake of speed: nearly all documents set both.
    if (content && layout) return { content: this.#content, layout: this.#layout, added }
    if (content) return { content: this.#content, added }
    return layout ? { layout: this.#layout, added } : { added }
  }

  private get texts(): Texts {
    if (this.#texts === undefined) {
      const bytes = this.read()
      this.#texts = bytes === undefined ? this.again() : textsFrom(bytes)
    }
    return this.#texts
  }
}
