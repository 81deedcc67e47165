/**
 * Lines to a block diagram.
 *
 *     layer Kernel                     a band, its boxes below each other
 *       box stack "TCP/IP stack"
 *       row                            boxes side by side
 *         box in "Ingress" tint=good
 *           hook tc "tc"
 *         box maps "Maps" icon=table
 *           cells Key Value
 *           text "per CPU"
 *     in -> stack "sk_buff"
 */
import { attributesOf, hrefOf, TINTS, wordOf } from '../graph/attributes.ts'
import { arrowsIn, connectionIn, isConnection } from '../graph/connection.ts'
import { STYLES, type Wire } from '../graph/wire.ts'
import { iconAt } from '../icons/icon.ts'
import { type DrawContext, type FigureText, wholeOf } from '../kind.ts'
import { FigureError, unknownWord } from '../language/fault.ts'
import { type Line, textOf, type Word } from '../language/lines.ts'
import type { Block, Blocks, Layer, Row } from './model.ts'

const MOST_BOXES = 100
const MOST_LINKS = 150
const WORDS = ['layer', 'row', 'box']
const PARTS = ['hook', 'cells', 'text']

type Context = Pick<DrawContext, 'fault' | 'readFile'>

interface Place {
  readonly block: Block
  readonly row: number
  readonly column: number
}

export function parseBlocks(figure: FigureText, context: Context): Blocks {
  const parser = new Parser(context)
  const lines = figure.lines.filter(({ words }) => !isConnection(words))
  const layers = parser.layersOf(lines)
  const links = figure.lines
    .filter(({ words }) => isConnection(words))
    .flatMap((line) => parser.linksOf(line))
  if (figure.lines.length === 0)
    context.fault({
      message: 'The figure has no boxes',
      span: wholeOf({ text: figure.text.trimEnd() }),
      help: 'write a line for each: `box nic "NIC"`',
    })
  return { layers, links }
}

const typeOf = ({ words }: Line): string => (words[0]!.isQuoted ? '' : words[0]!.text)

class Parser {
  private readonly places = new Map<string, Place>()
  private count = 0
  private row = -1
  private links = 0

  constructor(private readonly context: Context) {}

  layersOf(lines: readonly Line[]): readonly Layer[] {
    return lines.flatMap((line): readonly Layer[] => {
      if (typeOf(line) !== 'layer') return [{ title: '', rows: this.rowOf(line) }]
      const title = textOf(line.words, 1)
      attributesOf(line.words, [], this.context)
      if (title === '' || line.children.length === 0)
        this.context.fault({
          message: title === '' ? 'A layer has a name' : `The layer "${title}" has nothing in it`,
          span: line.span,
          help: 'write `layer Kernel`, and indent the lines of its boxes',
        })
      return [{ title, rows: line.children.flatMap((child) => this.rowOf(child)) }]
    })
  }

  private rowOf(line: Line): readonly Row[] {
    this.row++
    if (typeOf(line) === 'box') return [{ blocks: [this.blockOf(line, 0)] }]
    if (typeOf(line) === 'row') {
      const boxes = line.children.filter((child) => typeOf(child) === 'box')
      for (const child of line.children) if (typeOf(child) !== 'box') this.wrong(child, ['box'])
      const more = line.words[1]
      if (more !== undefined || boxes.length === 0)
        this.context.fault({
          message: more === undefined ? 'A row has no boxes' : 'A row has no name',
          span: (more ?? line).span,
          help: 'indent the lines of its boxes below `row`',
        })
      return boxes.length === 0 ? [] : [{ blocks: boxes.map((box, i) => this.blockOf(box, i)) }]
    }
    this.wrong(line, WORDS)
    return []
  }

  private wrong(line: Line, known: readonly string[]): void {
    const { words, span } = line
    this.context.fault(
      isConnection(words)
        ? { message: 'A link stands at the left', span, help: 'move it behind the layers' }
        : words[0]!.text === 'layer'
          ? { message: 'A layer lies in no other', span, help: 'move it to the left' }
          : unknownWord(words[0]!, known),
    )
  }

  private blockOf(line: Line, column: number): Block {
    const { context } = this
    if (++this.count > MOST_BOXES)
      throw new FigureError(
        `The figure has more than ${MOST_BOXES} boxes`,
        line.span,
        'part it into several figures',
      )
    const named = line.words[1]?.attribute === undefined ? line.words[1] : undefined
    if (named === undefined)
      context.fault({
        message: 'A box has a name',
        span: line.span,
        help: 'write `box nic "What is to be read"`',
      })
    const name = named?.text ?? ''
    const written = textOf(line.words, 2)
    const attributes = attributesOf(line.words, ['icon', 'tint', 'href'], context)
    const tint = wordOf(attributes.get('tint'), TINTS, 'tint', context)
    const href = hrefOf(attributes.get('href'), context)
    const asked = attributes.get('icon')
    const icon = asked === undefined ? undefined : iconAt(asked, context)
    const card = {
      title: written === '' ? name : written,
      ...this.partsOf(line.children),
      ...(icon === undefined ? {} : { icon }),
      ...(tint === undefined ? {} : { tint }),
      ...(href === undefined ? {} : { href }),
    }
    const block = { key: `b${this.count}`, name, card, ...(icon === undefined ? {} : { icon }) }
    if (this.places.has(name))
      context.fault({
        message: `Two boxes are called "${name}"`,
        span: line.span,
        help: 'give one of them another name',
      })
    this.places.set(name, { block, row: this.row, column })
    return block
  }

  private partsOf(lines: readonly Line[]): Pick<Block['card'], 'details' | 'cells' | 'hooks'> {
    const details: string[] = []
    const cells: (readonly string[])[] = []
    const hooks: Block['card']['hooks'][number][] = []
    for (const line of lines) {
      const type = typeOf(line)
      const words = line.words.slice(1)
      const attributes = PARTS.includes(type)
        ? attributesOf(words, type === 'hook' ? ['tint'] : [], this.context)
        : undefined
      const texts = words.filter(({ attribute }) => attribute === undefined).map(({ text }) => text)
      if (attributes === undefined) this.wrong(line, PARTS)
      else if (texts.length === 0 || line.children.length > 0)
        this.context.fault({
          message: texts.length === 0 ? `\`${type}\` has no text` : `A ${type} has nothing below it`,
          span: line.span,
          help: `write \`${type} "What is to be read"\``,
        })
      else if (type === 'cells') cells.push(texts)
      else if (type === 'text') details.push(texts.join(' '))
      else {
        const tint = wordOf(attributes.get('tint'), TINTS, 'tint', this.context)
        hooks.push({ title: texts.join(' '), ...(tint === undefined ? {} : { tint }) })
      }
    }
    return { details, cells, hooks }
  }

  private place(word: Word): Place | undefined {
    const found = this.places.get(word.text)
    if (found === undefined) this.context.fault(unknownWord(word, [...this.places.keys()], 'box'))
    return found
  }

  linksOf(line: Line): readonly Wire[] {
    const { context } = this
    this.links += arrowsIn(line.words)
    if (this.links > MOST_LINKS)
      throw new FigureError(
        `The figure has more than ${MOST_LINKS} links`,
        line.span,
        'part it into several figures',
      )
    const connection = connectionIn(line, 0, context)
    const attributes = attributesOf(line.words, ['style', 'tint', 'step'], context)
    const style = wordOf(attributes.get('style'), STYLES, 'style', context)
    const tint = wordOf(attributes.get('tint'), TINTS, 'tint', context)
    const step = attributes.get('step')
    if (step !== undefined && step.value.length > 4)
      context.fault({
        message: 'A step has four characters at most',
        span: step.valueSpan,
        help: 'write `step=1`',
      })
    if (line.children.length > 0)
      context.fault({
        message: 'A link has nothing below it',
        span: line.children[0]!.span,
        help: 'move it to the left',
      })
    return (connection?.arrows ?? []).flatMap((arrows, i): readonly Wire[] => {
      const [a, b] = [connection!.ends[i]!, connection!.ends[i + 1]!]
      const [from, to] = [this.place(a), this.place(b)]
      if (from === undefined || to === undefined) return []
      const wrong =
        from === to
          ? 'leads to itself'
          : from.row === to.row && Math.abs(from.column - to.column) > 1
            ? `is in the row of "${a.text}", with others between them`
            : undefined
      if (wrong !== undefined) {
        context.fault({
          message: `"${b.text}" ${wrong}`,
          span: b.span,
          help: 'link boxes side by side, or of other rows',
        })
        return []
      }
      return [
        {
          from: from.block.key,
          to: to.block.key,
          arrows,
          label: connection!.label,
          labelAt: 'from',
          ...(style === undefined ? {} : { style }),
          ...(tint === undefined ? {} : { tint }),
          ...(step === undefined ? {} : { step: step.value }),
        },
      ]
    })
  }
}
