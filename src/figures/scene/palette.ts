/** The colours of figures: by CSS variables in a page, and as they are where nothing sets those. */
import type { Paint } from './shapes.ts'

/**
 * `page`: variables that a style sheet sets, for inline SVG; `both`: the same with their values for light and dark, in a file
 * of its own; `light` and `dark`: values alone, for programs that know no variables.
 */
export type Colours = 'page' | 'both' | 'light' | 'dark'

interface Colour {
  readonly light: string
  readonly dark: string
  /** where a page sets no variable */
  readonly plain: string
}

const PALETTE: Readonly<Record<Exclude<Paint, 'none'>, Colour>> = {
  ink: { light: '#1a1c26', dark: '#e3e5ee', plain: 'currentColor' },
  quiet: { light: '#575c70', dark: '#a0a6ba', plain: 'currentColor' },
  line: { light: '#7d8296', dark: '#767c91', plain: 'currentColor' },
  ground: { light: '#fcfcfe', dark: '#101118', plain: 'Canvas' },
  raised: { light: '#f1f2f8', dark: '#1a1c26', plain: 'none' },
  accent: { light: '#4236b0', dark: '#b3abff', plain: 'LinkText' },
  mark: { light: '#e8e5ff', dark: '#2b2854', plain: 'none' },
  good: { light: '#1f6b35', dark: '#8ed69a', plain: 'currentColor' },
  bad: { light: '#b3122d', dark: '#ff9aa5', plain: 'currentColor' },
}

/** A colour as SVG's attributes `fill` and `stroke` take it. */
export function colour(paint: Paint, colours: Colours): string {
  if (paint === 'none') return 'none'
  const { plain, ...values } = PALETTE[paint]
  return colours === 'light' || colours === 'dark' ? values[colours] : `var(--whirl-${paint},${plain})`
}

/** A style sheet that sets the variables for light and dark. */
export function styleOfBoth(): string {
  const set = (scheme: 'light' | 'dark'): string =>
    `svg{${Object.entries(PALETTE)
      .map(([paint, values]) => `--whirl-${paint}:${values[scheme]}`)
      .join(';')}}`
  return `${set('light')}@media(prefers-color-scheme:dark){${set('dark')}}`
}
