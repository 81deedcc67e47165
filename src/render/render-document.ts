/**
 * One document to text, as Jekyll's renderer goes about it:
 *
 *     payload -> Liquid over the body -> converters by extension -> layouts, innermost first
 *
 * Pure and synchronous: what it reads is in `shared` and in the progress so far, what it makes is in the result. Documents
 * are rendered in Jekyll's order, each with the progress that holds those before it, for templates that read others.
 */
import { BuildError, type Diagnostic, exhausted, flatText } from '../base/index.ts'
import { PluginFailure, type TextEvent } from '../plugins/index.ts'
import { type Renderable, shownBody } from '../site/index.ts'
import { maySlip, slipsIn } from '../slips/index.ts'
import { convertDocument } from './convert.ts'
import { PageDrop } from './drops/page.ts'
import { RenderFailure } from './failure.ts'
import { createPayload, type Payload } from './payload.ts'
import { layoutOf, placeInLayouts } from './place-in-layouts.ts'
import type { Progress } from './progress.ts'
import type { DocumentReads } from './reads.ts'
import { renderExcerpt } from './render-excerpt.ts'
import { compileText, runTemplate, shownPath } from './render-text.ts'
import { RenderServices } from './services.ts'
import { usesLiquid } from './templates-of-others.ts'
import { Turn } from './turn.ts'
import type { Converted, ExtraFile, LiquidOutput, LiquidText, Rendered } from './types.ts'
import type { Shared, Work } from './work.ts'

/** What is known of a rendering, and what is to be known. */
interface Recording {
  /** takes down what of the site it depends on */
  readonly reads: DocumentReads
  /** what an earlier rendering made that read the same: it is only placed in layouts */
  readonly converted?: Converted | undefined
}

/**
 * Renders `doc`. Throws a BuildError where Jekyll stops, at a Liquid error or a stylesheet that does not compile:
 * first the error as Jekyll words it, then warnings. Otherwise warnings are in the result.
 */
export function renderDocument(
  doc: Renderable,
  shared: Shared,
  progress: Progress,
  recording?: Recording,
): Rendered {
  const { converting } = recording?.reads ?? {}
  const turn = new Turn(doc, progress, (other, now) => renderExcerpt(shared, now, other), converting)
  const work: Work = { shared, turn, document: doc, diagnostics: [] }
  return shared.view.during(turn, () => renderInTurn(work, recording))
}

function renderInTurn(work: Work, { reads, converted }: Partial<Recording> = {}): Rendered {
  const { shared, turn, document: doc, diagnostics } = work
  const { drops, hooks, view } = shared
  const extraFiles: ExtraFile[] = []
  try {
    // Jekyll makes a page's own hash once, before: its layouts still see the source there, but not in `site.pages`.
    const own = doc.kind === 'page' ? new PageDrop(doc, drops, shownBody(doc)) : drops.of(doc)
    const payload = createPayload(shared, own, doc, turn.progress.standing)
    if (hooks?.has('pre_render')) {
      view.noteDate(doc)
      for (const [key, value] of hooks.variables(doc, view.forPlugins()) ?? [])
        payload.set(String(key), value)
    }
    turn.reads = reads?.placing
    const layout = layoutOf(work, doc)
    if (layout !== undefined) payload.addLayout(layout)
    const ofLayout = diagnostics.length
    if (converted === undefined) {
      turn.reads = reads?.converting
      const text = renderBody(work, doc, payload)
      const html = convertDocument(shared, doc, text, extraFiles, diagnostics)
      turn.content = hooked(work, 'post_convert', doc, html)
      turn.reads = reads?.placing
    } else {
      extraFiles.push(...converted.extraFiles)
      diagnostics.push(...converted.diagnostics)
      turn.goOnBehind(converted)
    }
    const before =
      reads === undefined || layout === undefined || payload.showedLayout
        ? undefined
        : {
            content: turn.content,
            extraFiles: [...extraFiles],
            diagnostics: diagnostics.slice(ofLayout),
            ...turn.left(),
            slips: converted?.slips ?? maySlip(doc, view.config, shared.understood),
          }
    const placed = placeInLayouts(work, turn.content, doc, payload)
    const output = hooked(work, 'post_render', doc, placed)
    if (before?.slips !== false) diagnostics.push(...slipsIn(doc, view.config, output, shared.understood))
    const standing = payload.left()
    const content = within(output, turn.content)
    return {
      id: doc.id,
      output,
      content,
      extraFiles,
      diagnostics,
      standing,
      ...(before === undefined ? {} : { converted: { ...before, content } }),
      ...turn.left(),
    }
  } catch (error) {
    const diagnostic = diagnosticOf(error, doc)
    if (diagnostic === undefined) throw error
    const failed = { ...diagnostic, trail: [...diagnostic.trail, `rendering ${doc.file.path}`] }
    const { cause } = error as Error
    throw new BuildError([failed, ...diagnostics], cause === undefined ? {} : { cause })
  }
}

/** What `error` says against the document; undefined for a mistake of the program. */
function diagnosticOf(error: unknown, doc: Renderable): Diagnostic | undefined {
  if (error instanceof RenderFailure || error instanceof PluginFailure) return error.diagnostic
  const lacking = exhausted(error)
  return (
    lacking && {
      code: 'render/exhausted',
      severity: 'error',
      message: `${lacking.message} in ${shownPath(doc)}`,
      source: { path: doc.file.path, text: doc.body },
      help: lacking.help,
      trail: lacking.trail,
    }
  )
}

/** `content` as a part of `output`, where it stands in it, as it mostly does: then memory holds it once. */
function within(output: string, content: string): string {
  const at = output.indexOf(content)
  return at === -1 ? content : output.slice(at, at + content.length)
}

/** What the hooks on `event` make of `text`. */
function hooked({ shared, diagnostics }: Work, event: TextEvent, doc: Renderable, text: string): string {
  const { hooks, view, atWork } = shared
  if (!hooks?.has(event)) return flatText(text)
  atWork(`Plugins (${event})`, doc.file.path)
  view.noteDate(doc)
  const services = new RenderServices(shared, (diagnostic) => diagnostics.push(diagnostic))
  return flatText(hooks.text(event, doc, text, view.forPlugins(), services))
}

function renderBody(work: Work, doc: Renderable, payload: Payload): LiquidOutput {
  const { view } = work.shared
  if (!usesLiquid(doc, view)) return { text: doc.body, ascii: false }
  work.shared.atWork('Liquid', doc.file.path)
  const { file, body, bodyLine } = view.templateOf(doc)
  const text: LiquidText = { path: file.path, text: body, shownAs: shownPath(doc), firstLine: bodyLine }
  return runTemplate(work, text, compileText(work, text), payload)
}
