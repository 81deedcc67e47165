/**
 * One build, from the source tree to the written files. Each phase makes one value of the one before; the order is
 * Jekyll's.
 *
 * Nothing of the old output changes before everything is rendered and staged, so a site that cannot be built stays as
 * it was. Asks no clock but for measuring and prints nothing: what there is to say comes back as values, or goes to
 * the `note` and `progress` that the caller passes.
 */
import type { Diagnostic, Timing } from '../base/index.ts'
import type { DocId, Site } from '../site/index.ts'
import { asBuildError } from './build-error.ts'
import { type Parts, renderParts, writeParts } from './build-in-parts.ts'
import type { Counters } from './counters.ts'
import { type Build, beginBuild, type SiteSource } from './phases/build.ts'
import { type Finished, finishInTurn, finishNow } from './phases/finish.ts'
import { generate } from './phases/generate.ts'
import { readSources } from './phases/read.ts'
import { type Rendered, type RenderOptions, render } from './phases/render.ts'
import { type WriteOptions, type Written, write } from './phases/write.ts'
import type { TemplateCost } from './template-costs.ts'

export interface BuildOptions extends SiteSource, RenderOptions, WriteOptions {}

export interface BuildResult {
  readonly site: Site
  readonly written: readonly string[]
  readonly unchanged: number
  readonly removed: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  readonly counters: Counters
  /** why documents were rendered, in words, where results of earlier builds are kept */
  readonly reasons: ReadonlyMap<DocId, string>
  /** those of them that were only placed in their layouts */
  readonly placed: ReadonlySet<DocId>
  /** empty unless `profile` */
  readonly timings: readonly Timing[]
  readonly costs: readonly TemplateCost[]
}

/**
 * Builds the site. Throws a `BuildError` with every diagnostic so far, the one that stops the build last; a TypeError
 * when a plugin's `finish` is asynchronous.
 */
export function buildSite(options: BuildOptions): BuildResult {
  const said: Diagnostic[] = []
  let build: Build | undefined
  try {
    build = beginBuild(options, said)
    options.output.settle()
    const divided = renderParts(build, options)
    if (divided !== undefined)
      return inParts(
        build,
        options,
        divided,
        divided.parts.map((part) => finishNow(part.build, part.rendered)),
      )
    const read = readSources(build)
    const generated = generate(build, read)
    const rendered = render(build, generated, options)
    const finished = finishNow(build, rendered)
    const written = write(build, finished, options)
    said.push(...passedOver(options))
    return resultOf(build, rendered, written)
  } catch (error) {
    throw asBuildError(error, [...said, ...passedOver(options)], options)
  } finally {
    build?.compilers.end()
  }
}

/** Builds the site, waiting for plugins whose `finish` takes its time. Rejects as `buildSite` throws. */
export async function buildAndFinish(options: BuildOptions): Promise<BuildResult> {
  const said: Diagnostic[] = []
  let build: Build | undefined
  try {
    build = beginBuild(options, said)
    options.output.settle()
    const divided = renderParts(build, options)
    if (divided !== undefined) {
      const finished: Finished[] = []
      for (const part of divided.parts) finished.push(await finishInTurn(part.build, part.rendered))
      return inParts(build, options, divided, finished)
    }
    const read = readSources(build)
    const generated = generate(build, read)
    const rendered = render(build, generated, options)
    const finished = await finishInTurn(build, rendered)
    const written = write(build, finished, options)
    said.push(...passedOver(options))
    return resultOf(build, rendered, written)
  } catch (error) {
    throw asBuildError(error, [...said, ...passedOver(options)], options)
  } finally {
    build?.compilers.end()
  }
}

/** Writes the parts that a plugin made the build of. */
function inParts(
  build: Build,
  options: BuildOptions,
  divided: Parts,
  finished: readonly Finished[],
): BuildResult {
  const written = writeParts(build, divided, finished, options)
  build.diagnostics.push(...passedOver(options))
  return resultOf(build, (divided.parts[0] as Parts['parts'][number]).rendered, written)
}

/** What was wanted since the reading and not read. */
function passedOver({ tree, theme }: SiteSource): readonly Diagnostic[] {
  return [...tree.passedOver(), ...(theme?.tree.passedOver() ?? [])]
}

function resultOf({ diagnostics, timer }: Build, { costs, keeping }: Rendered, result: Written): BuildResult {
  const { counters } = result
  return {
    ...result,
    unchanged: counters.unchanged,
    diagnostics,
    reasons: keeping?.reasons ?? new Map(),
    placed: keeping?.placed ?? new Set(),
    timings: timer.timings(),
    costs: costs.all(),
  }
}
