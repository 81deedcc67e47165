import { highlight } from '../../highlight/index.ts'
import {
  faultsOfOptions,
  jekyllDefaults,
  type KramdownOptions,
  toHtml,
  type WriteCodeBlock,
} from '../../kramdown/index.ts'
import { EMOJI_HOST, emojiFile } from '../../markup/index.ts'
import type { CodeBlockWriters } from '../../plugins/index.ts'
import { isMarkdownExt, type Site } from '../../site/index.ts'
import { ConversionError } from '../failure.ts'
import type { RenderSettings } from '../settings/settings.ts'
import type { ConversionContext, Converter } from '../types.ts'
import { codeBlockWriter } from './code-blocks.ts'
import { createCommonMark } from './commonmark.ts'
import { createKatex, type MathFault } from './katex.ts'

/** What `kramdown: input:` may be, in kramdown's spelling. */
const INPUTS: ReadonlySet<string> = new Set([
  'GFM',
  'kramdown',
  'Kramdown',
  'markdown',
  'Markdown',
  'html',
  'Html',
])

type Convert = (text: string, context: ConversionContext) => string

/** The converter for `markdown_ext`. */
export function createMarkdown(
  site: Site,
  settings: RenderSettings,
  codeBlocks: CodeBlockWriters,
): Converter {
  return {
    name: 'Jekyll::Converters::Markdown',
    aroundHighlight: '\n',
    priority: 0,
    matches: (ext) => isMarkdownExt(site.config, ext),
    convert: processor(settings, codeBlocks),
  }
}

/** What `markdown:` names. A name that means nothing fails at the first Markdown file, as in Jekyll. */
function processor(settings: RenderSettings, codeBlocks: CodeBlockWriters): Convert {
  const writerFor = (context: ConversionContext): WriteCodeBlock => codeBlockWriter(codeBlocks, context)
  const { processor: name, commonMark } = settings.markdown
  if (name.toLowerCase() === 'kramdown') return kramdown(settings, writerFor)
  const named = /^common_?mark(ghpages)?$/i.exec(name)
  if (named !== null)
    return createCommonMark(commonMark, settings.highlight, named[1] !== undefined, writerFor)
  return () => {
    throw new ConversionError(`Invalid Markdown processor given: ${name}`)
  }
}

function kramdown(
  { markdown, highlight: highlighter }: RenderSettings,
  writerFor: (context: ConversionContext) => WriteCodeBlock,
): Convert {
  const { kramdown: own, warns } = markdown
  const input = own.input ?? 'GFM'
  if (!INPUTS.has(String(input)))
    return () => {
      throw new ConversionError(`kramdown has no parser to handle the specified input format: ${input}`)
    }
  const guess = own.guess_lang !== false
  const options = {
    ...jekyllDefaults,
    ...own,
    // Jekyll takes its own `highlighter` where kramdown is given none. Code without a language is plain text, unless
    // guessing is turned off: then it is not coloured at all.
    syntax_highlighter: own.syntax_highlighter ?? highlighter.inMarkdown,
    syntax_highlighter_opts: {
      default_lang: 'plaintext',
      ...own.syntax_highlighter_opts,
      guess_lang: guess,
    },
    version: markdown.version,
    highlight: (code: string, language: string) => highlight(code, language, { rouge: highlighter.rouge }),
    ...(own.gfm_emojis === undefined ? {} : { emoji: emojiAddress(own.gfm_emoji_opts) }),
  } satisfies KramdownOptions
  const [fault] = faultsOfOptions(options)
  if (fault !== undefined)
    return () => {
      throw new ConversionError(fault, undefined, 'correct the setting below `kramdown`')
    }
  const convert = (text: string, context: ConversionContext, more: KramdownOptions): string => {
    const result = toHtml(text, { ...more, ascii: context.ascii, codeBlock: writerFor(context) })
    // Asking for warnings reads the text once more.
    if (warns) for (const warning of result.warnings) context.warn(`Kramdown warning: ${warning}`)
    return result.html
  }
  const engine = mathEngine(own)
  if (engine === undefined) return (text, context) => convert(text, context, options)
  if (engine !== 'katex') return () => missingEngine(engine)
  const faults: MathFault[] = []
  const settings = (own.math_engine_opts ?? {}) as Readonly<Record<string, unknown>>
  const math = createKatex({ options: settings, onFault: (fault) => faults.push(fault) })
  return (text, context) => {
    faults.length = 0
    const html = convert(text, context, { ...options, math })
    for (const fault of faults) tellFault(fault, settings.throw_on_error === true, context)
    return html
  }
}

/** The engine that typesets formulas; undefined where kramdown does without: MathJax works in the reader's browser. */
function mathEngine({ math_engine: engine }: KramdownOptions): string | undefined {
  if (engine === undefined || engine === null || engine === 'mathjax' || engine === '') return undefined
  return String(engine).replace(/^:/, '')
}

/** Jekyll loads a gem for each engine but MathJax. */
function missingEngine(engine: string): never {
  throw new ConversionError(
    `kramdown-math-${engine}`,
    undefined,
    `\`math_engine\` can be \`mathjax\` (a script on the page), \`katex\` (built in) or nothing; there is no \`${engine}\``,
  )
}

/** With `throw_on_error` a formula that cannot be read stops the build, as it does in Jekyll. */
function tellFault({ tex, message }: MathFault, stops: boolean, context: ConversionContext): void {
  const text = tex.trim().split('\n')[0] ?? ''
  if (stops) throw new ConversionError(`ParseError: ${message}`, { path: context.path, line: 0, text })
  context.warn(`KaTeX: ${message}`, { text, help: 'fix the formula: it is printed in red as it is' })
}

/** Addresses of emoji: GitHub's, or below `asset_path`. */
function emojiAddress(given: unknown): (name: string) => string | undefined {
  const own = (given as { asset_path?: unknown } | undefined)?.asset_path
  const place = typeof own === 'string' ? own.replace(/\/$/, '') : EMOJI_HOST
  return (name) => {
    const file = emojiFile(name)
    return file === undefined ? undefined : `${place}/${file}`
  }
}
