/** `whirl figure FILE`: a figure written as text, as a picture: `tcp.packet` becomes `tcp.svg`, or a PNG. */
import path from 'node:path'
import { BuildError, type Diagnostic, nearest } from '../../base/index.ts'
import { programFile } from '../../builder/index.ts'
import { FIRA_SANS, GraphvizEngines, loadResvg, painter } from '../../bundled/index.ts'
import { type Colours, drawFigure, type Figure, figureKinds } from '../../figures/index.ts'
import { ReadError, readGiven } from '../../files/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import { misuse } from '../misuse.ts'
import type { Report } from '../report.ts'
import { writeFile } from '../scaffold.ts'

const USAGE = 'figure FILE [options]'
const SCHEMES = ['light', 'dark'] as const
/** Pixels of a PNG for each of the figure's: sharp on screens of today. */
const SCALE = 2
/** The most pixels of a PNG, either way. */
const LARGEST = 16_384
const FONTS = [...FIRA_SANS, 'fonts/fira-mono-latin-400.ttf', 'fonts/fira-mono-latin-ext-400.ttf']

export async function figure(args: Arguments, host: Host, report: Report): Promise<number> {
  const [name] = args.words
  if (name === undefined) return misuse(host, 'You must specify a file: tcp.packet.', USAGE)
  const scheme = args.flags.get('scheme')
  if (scheme !== undefined && !SCHEMES.some((each) => each === scheme))
    return misuse(host, `--scheme is light or dark, not '${scheme}'.`, USAGE)
  const kind = kindOf(name, args, report)
  if (kind === undefined) return EXIT.failed
  const given = args.flags.get('output')
  const target = typeof given === 'string' ? given : `${path.basename(name, path.extname(name))}.svg`
  const extension = path.extname(target).toLowerCase()
  if (extension !== '.svg' && extension !== '.png')
    return misuse(host, `--output ends in .svg or .png, not '${path.basename(target)}'.`, USAGE)
  const isPng = extension === '.png'
  const chosen = SCHEMES.find((each) => each === scheme)
  const drawn = draw(name, kind, { colours: chosen ?? (isPng ? 'light' : 'both'), host })
  const place = path.resolve(host.cwd, target)
  writeFile(place, isPng ? await png(drawn) : `${drawn.svg}\n`)
  report.line(`Wrote ${target}: ${drawn.title}, ${drawn.width} × ${drawn.height} pixels.`)
  return EXIT.done
}

/** The kind that `--kind` says, or the name of the file. */
function kindOf(name: string, args: Arguments, report: Report): string | undefined {
  const kinds = figureKinds().map((kind) => kind.name)
  const given = args.flags.get('kind')
  const kind = typeof given === 'string' ? given : path.extname(name).slice(1).toLowerCase()
  if (kinds.includes(kind)) return kind
  const near = nearest(kind, kinds)
  const hint = near === undefined ? '' : ` Did you mean '${near}'?`
  if (kind === '') report.error('Error:', `The name '${name}' does not say what kind of figure it is.`)
  else report.error('Error:', `There is no kind of figure '${kind}'.${hint}`)
  report.info('Kinds:', `${kinds.join(', ')}; call the file tcp.packet, or say --kind packet`)
  return undefined
}

/** Throws a BuildError of the text's faults, and for a file that cannot be read. */
function draw(
  name: string,
  kind: string,
  { colours, host }: { readonly colours: Colours; readonly host: Host },
): Figure {
  const bytes = read(path.resolve(host.cwd, name))
  if (bytes === undefined) throw new BuildError([error('cli/no-file', `There is no file '${name}'.`)])
  const text = new TextDecoder().decode(bytes)
  const { figure: drawn, faults } = drawFigure(kind, text, {
    colours,
    readFile: (file) => read(path.resolve(host.cwd, file)),
    engine: (wanted) => (wanted === 'graphviz' ? new GraphvizEngines().find(host.cwd) : undefined),
  })
  if (drawn !== undefined) return drawn
  throw new BuildError(
    faults.map(({ message, span, help }) => ({
      ...error('figures/faulty', message),
      source: { path: name, text },
      span,
      ...(help === undefined ? {} : { help }),
    })),
  )
}

function error(code: string, message: string): Diagnostic {
  return { code, severity: 'error', topic: 'Error:', message, trail: [] }
}

function read(file: string): Uint8Array | undefined {
  try {
    return readGiven(file)
  } catch (thrown) {
    if (thrown instanceof ReadError) return undefined
    throw thrown
  }
}

/** Throws a BuildError where resvg is not installed, or the picture would be too large. */
async function png({ svg, width, height }: Figure): Promise<Uint8Array> {
  const scale = Math.min(SCALE, LARGEST / Math.max(width, height))
  const fonts = FONTS.map((font) => programFile(font)?.path).filter((font) => font !== undefined)
  let Resvg: Awaited<ReturnType<typeof loadResvg>>
  try {
    Resvg = await loadResvg(undefined)
  } catch {
    throw new BuildError([
      {
        ...error('cli/no-resvg', 'Pictures in PNG need the package @resvg/resvg-js.'),
        help: 'add it, `npm install @resvg/resvg-js`, or write an SVG',
      },
    ])
  }
  // Its own size in pixels, which resvg draws; and the bold face by the name that its file gives it.
  const sized = svg
    .replaceAll(' font-weight="600"', ' font-family="Fira Sans SemiBold"')
    .replace(` width="${width}"`, ` width="${Math.round(width * scale)}"`)
    .replace(` height="${height}"`, ` height="${Math.round(height * scale)}"`)
  return await painter(Resvg, fonts)(sized)
}
