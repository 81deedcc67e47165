/** Front matter that is never closed is none: Jekyll publishes all of the file as its text. */
import type { Diagnostic } from '../base/index.ts'
import type { Renderable } from '../site/index.ts'
import { slip } from './slip.ts'

export function openFrontMatter({ body, bodyLine, file }: Renderable): readonly Diagnostic[] {
  if (bodyLine !== 1 || !/^---[ \t]*\r?\n[\w-]+:/.test(body)) return []
  return [
    slip(
      'slips/open-front-matter',
      'Front matter:',
      'begins with --- and never ends it: all of the file is published as its text.',
      'Write --- in a line of its own behind the last setting.',
      { path: file.path, text: body, firstLine: 1, at: 0 },
    ),
  ]
}
