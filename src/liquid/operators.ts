/** The operators of conditions. */
type Operator = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'contains'

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['==', 'eq'],
  ['!=', 'ne'],
  ['<>', 'ne'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['<=', 'le'],
  ['>=', 'ge'],
  ['contains', 'contains'],
])

/** The operator written `text`, or undefined when Liquid has none. */
export function classify(text: string): Operator | undefined {
  return OPERATORS.get(text)
}
