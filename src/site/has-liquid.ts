/** Whether `text` holds Liquid at all; most includes and many documents need no template. */
export function hasLiquid(text: string): boolean {
  return text.includes('{%') || text.includes('{{')
}
