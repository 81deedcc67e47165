import { type KramdownOptions, type TypesetMath, toHtml } from '../../kramdown/index.ts'
import { type MarkdownParts, packagesOf } from '../../plugins/index.ts'
import { isMarkdownExt, mathEngineOf, type Site } from '../../site/index.ts'
import { ConversionError } from '../failure.ts'
import type { RenderSettings } from '../settings/settings.ts'
import type { ConversionContext, Converter, FileAccess } from '../types.ts'
import { codeBlockWriter } from './code-blocks.ts'
import { createCommonMark } from './commonmark.ts'
import { createKatex, type MathFault } from './katex.ts'
import { faultOfColouring, faultOfOptions, kramdownOptions } from './kramdown-options.ts'
import { type Beside, changedHtml, fenceReader, type MarkdownHooks } from './markdown-extras.ts'
import { createMathMl } from './maths/mathml.ts'

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

export const MARKDOWN = 'Jekyll::Converters::Markdown'

/** The converter for `markdown_ext`. */
export function createMarkdown(
  site: Site,
  settings: RenderSettings,
  beside: Beside,
  files: Pick<FileAccess, 'readBytes'>,
): Converter {
  const { codeBlocks: writers, maths, elements } = beside.parts
  const { source } = site.config
  const packages = packagesOf(site.config)
  const hooksFor = (context: ConversionContext): MarkdownHooks => {
    const fenceWords = fenceReader(beside, context)
    return {
      codeBlock: codeBlockWriter({ writers, source, packages, files }, context),
      ...(fenceWords === undefined ? {} : { fenceWords }),
    }
  }
  return {
    name: MARKDOWN,
    aroundHighlight: '\n',
    priority: 0,
    matches: (ext) => isMarkdownExt(site.config, ext),
    convert: changedHtml(processor(settings, { maths, elements }, hooksFor), beside),
  }
}

/** What plugins write in the place of kramdown's converter. */
type KramdownParts = Pick<MarkdownParts, 'maths' | 'elements'>

/** What `markdown:` names. A name that means nothing fails at the first Markdown file, as in Jekyll. */
function processor(
  settings: RenderSettings,
  parts: KramdownParts,
  hooksFor: (context: ConversionContext) => MarkdownHooks,
): Convert {
  const { processor: name, commonMark } = settings.markdown
  if (name.toLowerCase() === 'kramdown') return kramdown(settings, parts, hooksFor)
  const named = /^common_?mark(ghpages)?$/i.exec(name)
  if (named !== null)
    return createCommonMark(commonMark, settings.highlight, named[1] !== undefined, hooksFor)
  return () => {
    throw new ConversionError(`Invalid Markdown processor given: ${name}`)
  }
}

function kramdown(
  settings: RenderSettings,
  { maths, elements }: KramdownParts,
  hooksFor: (context: ConversionContext) => MarkdownHooks,
): Convert {
  const { kramdown: own, warns } = settings.markdown
  const input = own.input ?? 'GFM'
  if (!INPUTS.has(String(input)))
    return () => {
      throw new ConversionError(`kramdown has no parser to handle the specified input format: ${input}`)
    }
  const options: KramdownOptions = {
    ...kramdownOptions(settings),
    ...(elements === undefined ? {} : { elements }),
  }
  const colouring = faultOfColouring(own)
  const fault = faultOfOptions(options, colouring === undefined ? undefined : [colouring])
  if (fault !== undefined) return fault
  const convert = (text: string, context: ConversionContext, more: KramdownOptions): string => {
    const result = toHtml(text, { ...more, ascii: context.ascii, ...hooksFor(context) })
    // Asking for warnings reads the text once more.
    if (warns) for (const warning of result.warnings) context.warn(`Kramdown warning: ${warning}`)
    return result.html
  }
  const isMathMl = maths !== undefined && own.math_engine === undefined
  const engine = isMathMl ? 'katex' : mathEngineOf(own.math_engine)
  if (engine === undefined) return (text, context) => convert(text, context, options)
  if (engine !== 'katex') return () => missingEngine(engine)
  const faults: MathFault[] = []
  const mathOptions = (own.math_engine_opts ?? {}) as Readonly<Record<string, unknown>>
  /** the formula at work as it is written: KaTeX gets it without its labels */
  let written = ''
  const katex = createKatex({
    options: isMathMl ? { ...mathOptions, output: 'mathml' } : mathOptions,
    onFault: (fault) => faults.push({ ...fault, tex: written }),
  })
  const typeset = isMathMl ? createMathMl(katex) : katex
  const math: TypesetMath = (tex, ...rest) => {
    written = tex
    return typeset(tex, ...rest)
  }
  return (text, context) => {
    faults.length = 0
    const html = convert(text, context, { ...options, math_engine: 'katex', math })
    for (const fault of faults) tellFault(fault, mathOptions.throw_on_error === true, context)
    return html
  }
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
  context.warn(`KaTeX: ${message.replace(/\s+/g, ' ')}`, {
    text,
    help: 'fix the formula: it is printed in red as it is',
  })
}
