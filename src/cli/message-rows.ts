/** A message as the rows that are printed of it. */

/** Jekyll's `Topic: text`, the topic and a space right-aligned in twenty columns. */
function topicLine(topic: string, text: string): string {
  return `${topic} `.padStart(20) + text
}

/**
 * A message's rows: the topic before the first, the others under its text. Rendering's messages begin with their topic,
 * which is then set apart. Without one the first row starts the line.
 */
export function messageRows(topic: string | undefined, message: string): string[] {
  const own = topic === undefined ? TOPIC.exec(message)?.[1] : undefined
  if (own !== undefined) return messageRows(own, message.slice(own.length + 1))
  const [first, ...rest] = message.split('\n')
  const head = topic === undefined ? first! : topicLine(topic, first!)
  return [head, ...rest.map((row) => topicLine('', row))]
}

const TOPIC = /^((?:Build Warning|Liquid Exception|Liquid Warning|Conversion error):) /
