/** How `doctor` and builds tell of what code in Ruby asks for and that is not there. */
import type { Diagnostic } from '../../base/index.ts'

interface Lack {
  /** `starts programs` */
  readonly does: string
  /** what comes of it */
  readonly but: string
  readonly stops: boolean
}

/** The warning; `where` is a file with a line, or a gem. */
export function rubyLack(where: string, { does, but, stops }: Lack): Diagnostic {
  return {
    code: stops ? 'plugins/ruby-stops' : 'plugins/ruby-limits',
    severity: 'warning',
    topic: 'Plugins:',
    message: `${where} ${does}: ${but}. ${stops ? 'Where a build comes there, it stops.' : 'The rest of it runs.'}`,
    trail: [],
  }
}
