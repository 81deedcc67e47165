import { words } from '../language.ts'
import type { States } from '../types.ts'

/** The rules Groovy and Gradle share; `keywords` and `types` are what Gradle adds. */
export function groovyStates(keywords = '', types = ''): States<undefined> {
  return {
    root: [
      // A method is known by its head at the start of a line.
      [
        /^([ \t]*(?:[a-zA-Z_][\w.[\]]*\s+){1,30}?)([a-zA-Z_]\w*)(\s*)(\()/,
        (x, m) => {
          x.recurse(m[1]!)
          x.token('nf', m[2]!)
          x.token('', m[3]!)
          x.token('o', m[4]!)
        },
      ],
      [/[ \t\r\f\v]+|\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/@\w[\w.]*/, 'nd'],
      [/(?:class|interface|trait)\b/, 'kd', 'class'],
      [/(?:import|package)\b/, 'kn', 'import'],
      [/"""[\s\S]*?"""/, 's2', undefined, { needs: '"""' }],
      [/'''[\s\S]*?'''/, 's1', undefined, { needs: "'''" }],
      [/"(?:\\.|[^"\\\n])*"/, 's2', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*'/, 's1'],
      [/\$\/(?:\$.|[^$])*?\/\$/, 's', undefined, { needs: '/$' }],
      [/\/(?:\\.|[^\\\n/])*\//, 's'],
      [/(\.)([a-zA-Z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [
        /[a-zA-Z_$][\w$]*/,
        words(
          { k: `${keywords} ${KEYWORDS}`, kd: DECLARATIONS, kt: `${types} ${TYPES}`, kc: 'true false null' },
          'n',
        ),
      ],
      [/[-~^*!%&[\](){}<>|+=:;,./?]/, 'o'],
      [/\d+\.\d+f?/, 'mf'],
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
