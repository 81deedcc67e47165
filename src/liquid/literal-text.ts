/** Text between tags. */
export interface Text {
  readonly text: string
}

export function isText(item: object): item is Text {
  return 'text' in item
}
