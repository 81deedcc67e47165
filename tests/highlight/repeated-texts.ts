/** Texts by which each language's lexer is looked at for what it costs, in each version of Rouge in which it is another one. */
import { ROUGE_VERSIONS, type RougeVersion } from '../../src/base/index.ts'
import { highlight, languages } from '../../src/highlight/index.ts'
import type { VersionedLanguage } from '../../src/highlight/language.ts'
import { LANGUAGES } from '../../src/highlight/registry-table.ts'

/** What opens and never closes, nests, or repeats what a rule looks for. */
const SEEDS = [
  '/*',
  '/* *',
  '"',
  "'",
  '`',
  '"\\',
  '<!-- ',
  '<',
  '</',
  '<a ',
  '&',
  '{',
  '(',
  '[',
  '${',
  '#{',
  '$(',
  '{{ ',
  '{% ',
  '<%',
  'a b(',
  'a ',
  'a(',
  '/',
  '\\',
  '<<A\n',
  '"""',
  "'''",
  '%w(',
  '#',
  '---\n',
  '- ',
  ': ',
  '| ',
  '*',
  '_',
  '```\n',
  'R"x(',
  'r#"',
  '\n',
  ' ',
  '\t',
  '@',
  '=begin\n',
  '1',
  '.',
  'é',
  '<script>',
  'x;',
  'if (',
  'end ',
  '!',
  '=',
  '$',
  '%',
  '~',
  '^',
]

/** So many are counted together: a square in one of them is still seen. */
const TOGETHER = 16
export const GROUPS = Array.from({ length: Math.ceil(SEEDS.length / TOGETHER) }, (_, group) =>
  SEEDS.slice(group * TOGETHER, (group + 1) * TOGETHER),
)

/** Versions in which a language is another than in 3.30, one of each kind. */
function otherVersions(language: VersionedLanguage): readonly RougeVersion[] {
  const seen = new Set([language.in('3.30')])
  return ROUGE_VERSIONS.filter((version) => {
    const there = language.in(version)
    if (there === undefined || seen.has(there)) return false
    seen.add(there)
    return true
  })
}

/** Languages by tag, and the version that each is looked at in. */
export const ALL = [
  ...languages().map((tag) => [tag, '3.30'] as const),
  ...LANGUAGES.flatMap((language) =>
    otherVersions(language).map((version) => [language.tag, version] as const),
  ),
]

/** Colours each of `seeds`, repeated to `size` letters. */
export function colouring(tag: string, rouge: RougeVersion, seeds: readonly string[]) {
  return (size: number) => {
    const texts = seeds.map((seed) => seed.repeat(Math.ceil(size / seed.length)))
    return {
      size: texts.join('').length,
      run: () => {
        for (const text of texts) highlight(text, tag, { rouge })
      },
    }
  }
}
