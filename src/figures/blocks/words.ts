/** A block diagram in words, from the top, and as a list. */
import type { Alternative } from '../kind.ts'
import { type Block, type Blocks, blocksOf, type Layer } from './model.ts'

const inWords = (text: string): string => text.replaceAll('\n', ' ')

export function wordsOf(blocks: Blocks, title: string): string {
  return `${title}. ${itemsOf(blocks)
    .map((item) => `${item}.`)
    .join(' ')}`
}

export function listOf(blocks: Blocks): Alternative {
  return { kind: 'list', items: itemsOf(blocks) }
}

function itemsOf(blocks: Blocks): readonly string[] {
  return [...blocks.layers.flatMap(layerInWords), ...linksInWords(blocks)]
}

function layerInWords({ title, rows }: Layer): readonly string[] {
  const boxes = rows.map((row) => row.blocks.map(blockInWords).join(' beside ')).join(', ')
  return boxes === '' ? [] : [title === '' ? boxes : `${inWords(title)}: ${boxes}`]
}

function blockInWords({ card }: Block): string {
  const parts = [
    ...(card.hooks.length === 0
      ? []
      : [`hooks ${card.hooks.map(({ title }) => inWords(title)).join(' and ')}`]),
    ...card.cells.map((row) => row.map(inWords).join(' | ')),
    ...card.details.map(inWords),
  ]
  return `${inWords(card.title)}${parts.length === 0 ? '' : ` (${parts.join('; ')})`}`
}

function linksInWords(blocks: Blocks): readonly string[] {
  const titles = new Map(blocksOf(blocks).map(({ key, card }) => [key, inWords(card.title)]))
  return blocks.links.map(({ from, to, arrows, label, step }) => {
    const isBack = arrows.atFrom && !arrows.atTo
    const [a, b] = isBack ? [to, from] : [from, to]
    const word = arrows.atFrom === arrows.atTo ? 'and' : 'to'
    const more = label === '' ? '' : `: ${inWords(label)}`
    return `${step === undefined ? '' : `Step ${step}, `}${titles.get(a)} ${word} ${titles.get(b)}${more}`
  })
}
