/** Front matter that the theme shows as words or as a time, made so where it is something else: said, and never printed as Ruby has it. */
import {
  type Diagnostic,
  type GeneratorContext,
  isHash,
  isList,
  isTruthy,
  mapRenderables,
  type Renderable,
  rubyToS,
  type Site,
  titleFromSlug,
  toText,
  type Value,
} from '../../plugin-api.ts'

const WORDS = ['title', 'description'] as const
const CHANGED = 'last_modified_at'
const AS_TEXT = 'write a text, in quotes where it has a colon or begins with a bracket'

/** `site` with texts as titles and descriptions, and with times as `last_modified_at`; a warning says what was neither. */
export function withPlainFrontMatter(site: Site, ctx: GeneratorContext): Site {
  const plain = <Doc extends Renderable>(doc: Doc): Doc => {
    const changed = new Map<Value, Value>()
    const say = (key: string, message: string, help: string): void =>
      ctx.warn(warning(key, message, help, doc.file.path))
    for (const key of WORDS) {
      const value = doc.data.get(key) ?? null
      if (!isList(value) && !isHash(value)) continue
      const words = isList(value) ? wordsIn(value).join(', ') : ''
      changed.set(key, words === '' ? insteadOf(doc, key) : words)
      say(
        key,
        `\`${key}\` is a ${kindOf(value)}, not a text: ${words === '' ? 'it is left out' : `pages show '${words}'`}`,
        AS_TEXT,
      )
    }
    const time = doc.data.get(CHANGED) ?? null
    if (isTruthy(time) && !isTime(time, ctx)) {
      changed.set(CHANGED, null)
      say(
        CHANGED,
        `Invalid date '${rubyToS(time)}': \`${CHANGED}\` is left out`,
        'write dates as 2024-01-31 or 2024-01-31 12:00:00 +0100',
      )
    }
    return changed.size === 0 ? doc : { ...doc, data: new Map([...doc.data, ...changed]) }
  }
  for (const key of [...WORDS, 'tagline']) {
    const value = site.config.data.get(key) ?? null
    if (isList(value) || isHash(value))
      ctx.warn(
        warning(
          key,
          `\`${key}\` of the site is a ${kindOf(value)}, not a text: pages show it as Ruby does`,
          AS_TEXT,
        ),
      )
  }
  return mapRenderables(site, { document: plain, page: plain })
}

/** What stands for words that are none. */
function insteadOf(doc: Renderable, key: (typeof WORDS)[number]): string | null {
  return key === 'title' && doc.kind === 'document' ? titleFromSlug(toText(doc.slug)) : null
}

/** The texts in a list and the lists in it. */
function wordsIn(list: readonly Value[]): readonly string[] {
  return list.flatMap((item) => {
    if (isList(item)) return wordsIn(item)
    return isHash(item) || !isTruthy(item) ? [] : [rubyToS(item)]
  })
}

const AS_TIME = '{{ value | date_to_xmlschema }}'

/** Whether templates can print `value` as a time. */
function isTime(value: Value, ctx: GeneratorContext): boolean {
  try {
    return ctx.template(AS_TIME, new Map([['value', value]])).trim() !== ''
  } catch {
    return false
  }
}

function kindOf(value: Value): string {
  return isList(value) ? 'list' : 'hash'
}

function warning(key: string, message: string, help: string, file?: string): Diagnostic {
  return {
    code: 'theme/front-matter',
    severity: 'warning',
    topic: 'Theme:',
    message,
    help,
    settings: [{ keys: [key], ...(file === undefined ? {} : { file }) }],
    trail: [],
  }
}
