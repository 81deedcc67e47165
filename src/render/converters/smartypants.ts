/** SmartyPants: curly quotes, dashes and ellipses in text that may hold HTML. */
export function smartypants(text: string): string {
  return text
}
