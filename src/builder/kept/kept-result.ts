/** The texts of a document's rendering on their way into the store, and out of it when somebody asks. */
import type { ExtraFile, Left, Rendered, Stands } from '../../render/index.ts'
import type { DocId } from '../../site/index.ts'
import type { Besides, Trace } from './trace.ts'

/** Makes bytes of the texts of renderings, all in the same memory: text put together is text copied. */
export class TextsWriter {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024)

  /**
   * Output and content of `rendered`, until the next call; the content only by its place where it stands in the
   * output.
   */
  bytesOf({ output, content }: Rendered): Uint8Array {
    const at = output.indexOf(content)
    const head = `${JSON.stringify([output.length, at, content.length])}\n`
    const more = at === -1 ? content : ''
    const most = head.length + (output.length + more.length) * UTF8_BYTES
    if (most > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(most * 2)
    let end = this.#bytes.write(head)
    for (const text of [output, more]) end += this.#bytes.write(text, end)
    return this.#bytes.subarray(0, end)
  }
}

/** Bytes that one unit of a text may take. */
const UTF8_BYTES = 3

interface Texts {
  readonly output: string
  readonly content: string
}

function textsFrom(bytes: Buffer): Texts {
  const text = bytes.toString('utf8')
  const line = text.indexOf('\n')
  const [length, at, contentLength] = JSON.parse(text.slice(0, line)) as [number, number, number]
  const output = text.slice(line + 1, line + 1 + length)
  const from = at === -1 ? line + 1 + length : line + 1 + at
  return { output, content: text.slice(from, from + contentLength) }
}

const NOTHING: Besides = { diagnostics: [], extraFiles: [] }

/** A result of an earlier build that still holds. Its texts are read when asked for. */
export class KeptResult implements Rendered {
  readonly key: string
  readonly extraFiles: readonly ExtraFile[]
  readonly diagnostics: Besides['diagnostics']
  #texts: Texts | undefined
  readonly #content = (): unknown => this.again().standing?.content?.()
  readonly #layout = (): unknown => this.again().standing?.layout?.()

  /**
   * @param read the texts in the store; undefined where they are gone
   * @param again renders the document once more, with what was rendered before it then
   */
  constructor(
    readonly id: DocId,
    private readonly trace: Trace,
    private readonly read: () => Buffer | undefined,
    private readonly again: () => Rendered,
  ) {
    const { extraFiles, diagnostics } = trace.besides ?? NOTHING
    this.key = trace.key
    this.extraFiles = extraFiles
    this.diagnostics = diagnostics
  }

  get output(): string {
    return this.texts.output
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
