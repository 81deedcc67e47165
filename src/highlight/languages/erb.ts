import { language } from '../language.ts'

interface Memory {
  /** The language around the tags. */
  readonly parent: string
}

export const erb = language<Memory>({
  tag: 'erb',
  aliases: ['eruby', 'rhtml'],
  filenames: ['*.erb', '*.erubis', '*.rhtml', '*.eruby'],
  vars: (options) => ({ parent: options.get('parent') ?? 'html' }),
  states: () => ({
    root: [
      [/<%#/, 'c', 'comment'],
      [/<%[%=-]?/, 'cp', 'ruby'],
      [/[^<]+(?:<(?!%)[^<]*)*|<(?!%)[^<]*(?:<(?!%)[^<]*)*/, (x, m) => x.delegate(x.vars.parent, m[0])],
    ],
    comment: [
      [/%%>|-%>|%>/, 'c', '#pop'],
      [/[^%-]+|[%-]/, 'c'],
    ],
    ruby: [
      [/%%>|-%>|%>/, 'cp', '#pop'],
      [/(?:[^%-]|%(?!%?>)|-(?!%>))+/, (x, m) => x.delegate('ruby', m[0])],
    ],
  }),
})
