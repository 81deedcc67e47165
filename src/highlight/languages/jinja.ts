import { language, words } from '../language.ts'
import type { Callback, Rule, States, WordAction } from '../types.ts'

/** What stands around the tags. */
interface Parent {
  readonly parent: string
}

const text: Callback<Parent> = (x, m) => x.delegate(x.vars.parent, m[0])

/** The tag whose text is left as it is, `raw` or `verbatim`. */
const verbatim = (name: string): { readonly opening: Rule<Parent>; readonly states: States<Parent> } => ({
  opening: [new RegExp(`(\\{%-?)(\\s*)(${name})(\\s*)(-?%\\})`), ['cp', '', 'k', '', 'cp'], `${name} text`],
  states: {
    [`${name} text`]: [
      [/[^{]+/, ''],
      [new RegExp(`(\\{%-?)(\\s*)(end${name})(\\s*)(-?%\\})`), ['cp', '', 'k', '', 'cp'], '#pop'],
      [/\{/, ''],
    ],
  },
})

/** The states of Jinja and of Twig, whose tags have other `names`. */
function jinjaStates(names: WordAction): States<Parent> {
  const raw = verbatim('raw')
  const literal = verbatim('verbatim')
  return {
    root: [
      [/\{#/, 'c', 'comment'],
      raw.opening,
      literal.opening,
      [/\{\{/, 'cp', 'output'],
      [/\{%/, 'cp', 'tag'],
      [/##.*/, 'c'],
      [/(?:[^{#]|\{(?![{%#])|#(?!#))+/, text],
    ],
    comment: [
      [/[^#]+/, 'c'],
      [/#\}/, 'c', '#pop'],
      [/#/, 'c'],
    ],
    ...raw.states,
    ...literal.states,
    values: [
      [/\s+/, ''],
      [/(\|\s*)(\w+)/, ['o', 'nf']],
      [/\/\/|\*\*|[=!<>]=|<=>|===|[-+*/<>=]/, 'o'],
      [/[()[\],]/, 'p'],
      // Where its end is missing, a string ends with its last escaped quote.
      [/"(?:\\.|[^"\\\n])*"/, 's2', undefined, { hopeless: 'line' }],
      [/"(?:\\.|[^"\\\n])*\\"/, 's2', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*'/, 's1', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*\\'/, 's1', undefined, { hopeless: 'line' }],
    ],
    output: [[/[}%]\}/, 'cp', '#pop'], 'values', [/\w+(?:\.\w+)*\.?/, 'nv']],
    tag: [[/%\}/, 'cp', '#pop'], 'values', [/[a-zA-Z_]\w*(?![\w.])/, names], [/\w+\.?/, 'nv']],
  }
}

const vars = (options: ReadonlyMap<string, string>): Parent => ({ parent: options.get('parent') ?? 'html' })

export const jinja = language<Parent>({
  tag: 'jinja',
  aliases: ['django'],
  vars,
  states: () =>
    jinjaStates(
      words(
        {
          k: `as autoescape block call do else endautoescape endblock endcall endfilter endfor endif endmacro endset
            endtrans endwith extends filter for from if ignore import include macro missing recursive scoped set trans
            with without context`,
          kp: 'true false none True False None',
          nb: `callable defined divisibleby equalto escaped even iterable lower mapping number odd sameas sequence string
            undefined upper`,
          ow: 'and in is not or',
        },
        'nv',
      ),
    ),
})

export const twig = language<Parent>({
  tag: 'twig',
  filenames: ['*.twig'],
  vars,
  states: () =>
    jinjaStates(
      words(
        {
          k: `as autoescape block do else embed endautoescape endblock endembed endfilter endfor endif endmacro endsandbox
            endset endspaceless ends extends filter flush for from if import include macro sandbox set spaceless starts
            use with without`,
          kp: 'true false none',
          nb: 'constant defined divisibleby empty even iterable null odd sameas',
          ow: 'and in is not or',
        },
        'nv',
      ),
    ),
})
