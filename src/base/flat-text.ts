/**
 * Text in one piece.
 *
 * V8 keeps text put together with `+=` as a tree with a node for each piece, until something reads single characters
 * of it. A page is thousands of pieces: kept as a tree until it is written, it costs the garbage collector more time
 * than all of the rendering.
 */

/** `text`, with its pieces copied into one. For text that is long in the making and then kept. */
export function flatText(text: string): string {
  // Reading a character is what has V8 join the pieces. The answer must depend on it, or V8 leaves the reading out.
  return text.charCodeAt(text.length >> 1) === 0 ? text.slice(0) : text
}
