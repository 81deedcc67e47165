/** The languages that there are words in. */
import { ar } from './languages/ar.ts'
import { de } from './languages/de.ts'
import { en, type Phrases } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { it } from './languages/it.ts'
import { ja } from './languages/ja.ts'
import { ko } from './languages/ko.ts'
import { nl } from './languages/nl.ts'
import { pl } from './languages/pl.ts'
import { pt } from './languages/pt.ts'
import { ru } from './languages/ru.ts'
import { zh } from './languages/zh.ts'

/** By the first part of a language tag, `pt` of `pt-BR`. */
export const LANGUAGES: ReadonlyMap<string, Phrases> = new Map(
  Object.entries({ ar, de, en, es, fr, it, ja, ko, nl, pl, pt, ru, zh }),
)
