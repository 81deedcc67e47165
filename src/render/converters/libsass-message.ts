/** What libsass says of a mistake that Dart Sass found, where it has words of its own. */

/** @param piece the text at fault */
export function libsassMessage(message: string, piece: string): string {
  const word = piece.replace(/^@include\s+|\s*[({;][\s\S]*$/g, '')
  switch (message) {
    case 'Undefined variable.':
      return `Undefined variable: "${piece}".`
    case 'Undefined mixin.':
      return `no mixin named ${word}`
    case "Can't find stylesheet to import.":
      return `File to import not found or unreadable: ${piece.replace(/^["']|["']$/g, '')}.`
    default:
      return message.replaceAll(/\s+/g, ' ')
  }
}
