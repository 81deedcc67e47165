/**
 * Records what references answer: finds who asks about a file (recorders.mjs) and writes the answers where they stand.
 * Only this writes answers.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileText, parseFile, referencesOf, sectionOf, textOf, twinsOf } from './fixture-text.mjs'
import { RECORDERS } from './recorders.mjs'
import { referenceAt } from './references.mjs'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** Records every file at or below `places`; where `title` is given, only cases whose titles hold it. */
export async function record(places, title = '') {
  const named = places.map((place) => path.relative(ROOT, path.resolve(place)))
  for (const place of named) {
    const files = filesAt(place).filter((file) => recorderOf(file) !== undefined)
    if (files.length === 0) throw new Error(`${place}: nothing there is recorded from a reference`)
    for (const file of files) {
      const recorder = recorderOf(file)
      const absolute = path.join(ROOT, file)
      const count =
        recorder.ask === undefined
          ? await recorder.record({ file: absolute, title })
          : recordSections(recorder, absolute, title)
      console.log(`${file}: ${count} cases`)
    }
  }
}

const recorderOf = (file) => RECORDERS.find(({ files }) => files.test(file))

/** A file that is asked for, or those below a folder; a folder that is itself recorded stands for itself. */
function filesAt(place) {
  const absolute = path.join(ROOT, place)
  if (recorderOf(place) !== undefined || !fs.statSync(absolute).isDirectory()) return [place]
  return fs
    .readdirSync(absolute)
    .sort()
    .flatMap((name) => filesAt(path.join(place, name)))
}

/** Fixtures whose answers are sections of their own. */
function recordSections(recorder, file, title) {
  const parsed = parseFile(fs.readFileSync(file, 'utf8'), file)
  const all = parsed.cases.map((one) => questionOf(recorder, one, referencesOf(one.remarks, parsed.head)))
  const asked = all.filter((one) => one.title.includes(title))
  const answers = new Map(asked.map((one) => [one, new Map()]))
  for (const name of new Set(asked.flatMap((one) => one.references))) {
    const some = asked.filter((one) => one.references.includes(name))
    recorder.ask(referenceAt(name), some, { file, all }).forEach((answer, index) => {
      answers.get(some[index]).set(name, answer)
    })
  }
  for (const one of asked) {
    const [first, ...others] = one.references
    const own = answers.get(one).get(first)
    if (own === undefined) continue
    one.from.sections = [
      ...one.kept,
      ...Object.entries(own).map(([name, text]) => sectionOf(name, text)),
      ...others.flatMap((name) => twinsOf(answers.get(one).get(name), own, name)),
    ]
  }
  fs.writeFileSync(file, fileText(parsed))
  return asked.length
}

function questionOf(recorder, one, references) {
  const [, ...others] = references
  const isAnswer = (name) =>
    recorder.isAnswer(name) || others.some((reference) => name.endsWith(` ${reference}`))
  const kept = one.sections.filter(({ name }) => !isAnswer(name))
  return {
    from: one,
    kept,
    references,
    title: one.title,
    sections: Object.fromEntries(kept.map((section) => [section.name, textOf(section)])),
    had: one.sections.filter(({ name }) => isAnswer(name)).map(({ name }) => name),
  }
}
