import { words } from '../language.ts'
import { before, instead, inTurn } from '../states-change.ts'
import type { LanguageChange, States } from '../types.ts'

const CLASS = /(?:class|interface|trait)\b/
const NAME = /[a-zA-Z_$][\w$]*/

/** What later versions of both know. */
export const LATER_GROOVY: LanguageChange<undefined> = {
  since: '4.5',
  states: inTurn(
    instead('root', CLASS, [/(?:class|interface|trait|enum|record)\b/, 'kd', 'class']),
    before('root', NAME, [/var\b(?!\$)/, 'kt']),
  ),
}

/** The rules Groovy and Gradle share; `keywords` and `types` are what Gradle adds. */
export function groovyStates(keywords = '', types = ''): States<undefined> {
  return {
    root: [
      // A method is known by its head at the start of a line.
      [
        /^([ \t]*(?:\w[\w.[\]]*\s+){1,30}?)(\w+)(\s*)(\()/,
        (x, m) => {
          x.recurse(m[1]!)
          x.token('nf', m[2]!)
          x.token('', m[3]!)
          x.token('o', m[4]!)
          // What the last word before the name began goes on.
          const begun = /(?:(class|interface|trait)|import|package)\s+$/.exec(m[1]!)
          if (begun !== null) x.push(begun[1] === undefined ? 'import' : 'class')
        },
      ],
      [/[ \t\r\f\v]+|\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/@\w[\w.]*/, 'nd'],
      [CLASS, 'kd', 'class'],
      [/(?:import|package)\b/, 'kn', 'import'],
      [/"""[\s\S]*?"""/, 's2', undefined, { needs: '"""' }],
      [/'''[\s\S]*?'''/, 's1', undefined, { needs: "'''" }],
      [/"(?:\\[\s\S]|[^"\\\n])*\\?"/, 's2', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*\\?'/, 's1'],
      [/'\\?\n'/, 'sc'],
      [/\$\/(?:\$.|[^$])*?\/\$/, 's', undefined, { needs: '/$' }],
      [/\/(?:\\.|[^\\\n/])*\//, 's'],
      [/(\.)([a-zA-Z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [
        NAME,
        words(
          { k: `${keywords} ${KEYWORDS}`, kd: DECLARATIONS, kt: `${types} ${TYPES}`, kc: 'true false null' },
          'n',
        ),
      ],
      [/[-~^*!%&[\](){}<>|+=:;,./?]/, 'o'],
      [/\d+\.\d+(?:e\d+)?[fd]?/, 'mf'],
      [/0x[\da-f]+/, 'mh'],
      [/\d+L?/, 'mi'],
    ],
    class: [
      [/\s+/, ''],
      [/\w+/, 'nc', '#pop'],
    ],
    import: [
      [/\s+/, ''],
      [/[\w.]+\*?/, 'nn', '#pop'],
    ],
  }
}

const KEYWORDS =
  'as assert break case catch continue default do else finally for goto if in instanceof new return switch this throw try while'
const DECLARATIONS =
  'abstract class const enum extends final implements interface native private protected public static strictfp super synchronized throws trait transient volatile'
const TYPES = 'boolean byte char def double float int long short void'
