/** Questions to the libraries of a reference: answer.rb says which there are. */
import path from 'node:path'
import { askRuby, openRuby } from './ruby.mjs'

const PROGRAM = path.join(import.meta.dirname, 'answer.rb')

/** The answers, errors among them. */
export const askEach = (reference, questions) => askRuby(reference, PROGRAM, questions)

/** The answers; throws where one is an error. */
export function ask(reference, questions) {
  return askEach(reference, questions).map((answer, index) => {
    if (answer.error !== undefined) throw new Error(`${JSON.stringify(questions[index])}: ${answer.error}`)
    return answer
  })
}

/** The same question by question; errors are answers. */
export const open = (reference) => openRuby(reference, PROGRAM)
