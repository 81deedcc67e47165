import { language } from '../language.ts'
import type { Lexing } from '../types.ts'

const PROMPT_ENDS = ['$', '#', '>', ';']

interface Options {
  readonly lang: string
  readonly output: string | undefined
  readonly comments: boolean
  readonly errors: readonly string[]
  readonly prompts: readonly string[]
}

function readOptions(options: ReadonlyMap<string, string>): Options {
  const list = (name: string) => (options.get(name) ?? '').split(',').filter(Boolean)
  const comments = (options.get('comments') ?? 'false') !== 'false'
  const prompts = list('prompt')
  return {
    lang: options.get('lang') ?? 'shell',
    output: options.get('output'),
    comments,
    errors: list('error'),
    prompts: prompts.length > 0 ? prompts : comments ? PROMPT_ENDS.filter((end) => end !== '#') : PROMPT_ENDS,
  }
}

/** Where the prompt of `line` ends: after the first of the ends; -1 without any. */
function promptEnd(line: string, ends: readonly string[]): number {
  let best = -1
  for (const end of ends) {
    const found = line.indexOf(end)
    if (found >= 0 && (best < 0 || found + end.length < best)) best = found + end.length
  }
  return best
}

function lexLine(x: Lexing<Options>, line: string): void {
  const { lang, output, comments, errors, prompts } = x.vars
  if (comments && line.startsWith('#')) return void x.token('c', line)
  if (/^\s*(?:<\.+>|\.+)\s*$/.test(line)) {
    x.reset(lang)
    return void x.token('c', line)
  }
  const prompt = promptEnd(line, prompts)
  if (prompt >= 0) {
    const rest = line.slice(prompt)
    const command = rest.trimStart()
    x.token('gp', line.slice(0, prompt))
    x.token('w', rest.slice(0, rest.length - command.length))
    return void x.delegate(lang, command)
  }
  // Output ends what the command left open.
  x.reset(lang)
  if (errors.some((error) => line.startsWith(error))) x.token('gr', line)
  else if (output !== undefined) x.delegate(output, line)
  else x.token('go', line)
}

export const console = language<Options>({
  tag: 'console',
  aliases: ['terminal', 'shell_session', 'shell-session'],
  filenames: ['*.cap'],
  vars: readOptions,
  states: () => ({ root: [[/.*\n|.+/, (x, m) => lexLine(x, m[0])]] }),
  // A backslash joins two lines.
  changes: [
    {
      before: '3.30',
      states: () => ({
        root: [[/(?:[^\\\n]|\\[\s\S])+(?:\n|\\)?|\n|\\/, (x, m) => lexLine(x, m[0])]],
      }),
    },
  ],
})
