/** The Jekyll that recorded answers are of where a test says nothing else. */
import { compatOf } from '../tools/ask/references.mjs'

export const RECORDED = compatOf('bookworm')
