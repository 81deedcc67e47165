/** Sets of types of tokens, as bits: what may end or follow a part of a document. */
import { TOKEN, type TokenType, type YamlToken } from './yaml-token.ts'

/** all types */
export const ANY = -1
export const DOCUMENT_ENDS = bits(TOKEN.documentStart, TOKEN.documentEnd, TOKEN.streamEnd)
export const ENTRY_ENDS = bits(TOKEN.blockEntry, TOKEN.blockEnd)
export const INDENTLESS_ENDS = bits(TOKEN.blockEntry, TOKEN.key, TOKEN.value, TOKEN.blockEnd)
export const PAIR_ENDS = bits(TOKEN.key, TOKEN.value, TOKEN.blockEnd)
export const SINGLE_KEY_ENDS = bits(TOKEN.value, TOKEN.flowEntry, TOKEN.flowSequenceEnd)
export const SINGLE_VALUE_ENDS = bits(TOKEN.flowEntry, TOKEN.flowSequenceEnd)
export const FLOW_KEY_ENDS = bits(TOKEN.value, TOKEN.flowEntry, TOKEN.flowMappingEnd)
export const FLOW_VALUE_ENDS = bits(TOKEN.flowEntry, TOKEN.flowMappingEnd)

function bits(...types: readonly TokenType[]): number {
  return types.reduce<number>((set, type) => set | (1 << type), 0)
}

/** Whether the type of `token` is in `set`. */
export function isOneOf(token: YamlToken, set: number): boolean {
  return (set & (1 << token.type)) !== 0
}
