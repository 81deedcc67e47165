import { language, words } from '../language.ts'
import type { Callback } from '../types.ts'

interface Parent {
  /** What stands around the tags. */
  readonly parent: string
}

const text: Callback<Parent> = (x, m) => x.delegate(x.vars.parent, m[0])

/** A tag where an attribute's value was to come is that value. */
const opening: Callback<Parent> = (x, m) => {
  x.leave(x.vars.parent, 'attribute')
  x.token('k', m[0])
}

const comment: Callback<Parent> = (x, m) => {
  x.leave(x.vars.parent, 'attribute')
  x.token('c', m[0])
}

export const handlebars = language<Parent>({
  tag: 'handlebars',
  aliases: ['hbs', 'mustache'],
  filenames: ['*.handlebars', '*.hbs', '*.mustache'],
  vars: (options) => ({ parent: options.get('parent') ?? 'html' }),
  states: () => ({
    root: [
      // After a backslash nothing is a tag.
      [/\\+/, text, 'escaped'],
      [/\{\{!--/, comment, 'comment'],
      [/\{\{!.*?\}\}/, comment, undefined, { needs: '}}' }],
      [/\{\{\{?~?[#/](?=[\w$-])/, opening, ['tag', 'block name']],
      [/\{\{\{?~?[#/>&^]?/, opening, 'tag'],
      [/(?:[^{\\]|\{(?!\{))+/, text],
    ],
    escaped: [
      [/\{\{+/, text, '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    comment: [
      [/\{\{/, 'c', '#push'],
      [/\}\}/, 'c', '#pop'],
      [/[^{}]+|[{}]/, 'c'],
    ],
    'block name': [
      [/if(?=[\s}])/, 'k', '#pop'],
      [/[\w$-]+/, 'nn', '#pop'],
    ],
    tag: [
      [/\}\}\}?/, 'k', '#pop'],
      [/\s+/, ''],
      [/\.\.|\.(?=[\s}])/, 'nv'],
      [/[|()[\]./]/, 'p'],
      [/=/, 'o'],
      [/~/, 'k'],
      // Where its end is missing, a string ends with its last escaped quote.
      [/"(?:\\.|[^"\\\n])*"/, 's2', undefined, { hopeless: 'line' }],
      [/"(?:\\.|[^"\\\n])*\\"/, 's2', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*'/, 's1', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*\\'/, 's1', undefined, { hopeless: 'line' }],
      [/@[\w-]+/, 'na'],
      [/[\w$-]+(?=[\s}])/, words({ k: 'else', kc: 'true false', bp: 'this' }, 'nv')],
      [/[\w$-]+/, 'nv'],
    ],
  }),
})
