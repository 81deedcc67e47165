/** What is measured: builds from nothing, and builds behind another with one thing edited. */
import fs from 'node:fs'
import path from 'node:path'

/** A case by name: what it is, and what `edit` makes of the text of a file for the run of a number, with that in it. */
export const CASES = {
  cold: { about: 'from nothing: no output, no cache' },
  unchanged: { about: 'again, nothing changed' },
  post: { about: 'the text of one post changed', file: 'post', edit: (text, mark) => `${text}\n${mark}\n` },
  title: {
    about: 'the title of one post changed',
    file: 'post',
    edit: (text, mark) => text.replace(/^title:.*$/m, `title: "${mark}"`),
  },
  layout: {
    about: 'the layout of all posts changed',
    file: 'layout',
    edit: (text, mark) =>
      text.includes('{{ content }}')
        ? text.replace('{{ content }}', `{{ content }}\n<p>${mark}</p>`)
        : text.replace('{{ .Content }}', `{{ .Content }}\n<p>${mark}</p>`),
  },
}

/** Edits the file of `source` that `name` is about, until `restore`. */
export function editing(name, source, places) {
  const { file, edit } = CASES[name]
  if (file === undefined) return { edit: () => undefined, restore: () => undefined }
  const target = path.join(source, places[file])
  const text = fs.readFileSync(target, 'utf8')
  return {
    /** Makes the edit of run `run`; answers what is to be found in the output. */
    edit(run) {
      const mark = `Edited in run ${run + 1}`
      const edited = edit(text, mark)
      if (edited === text) throw new Error(`${target} has nothing to edit`)
      fs.writeFileSync(target, edited)
      return mark
    },
    restore: () => fs.writeFileSync(target, text),
  }
}
