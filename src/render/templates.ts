/** Layouts and includes as compiled templates: each text is compiled once per site. */
import type { Engine, Template } from '../liquid/index.ts'
import type { SiteFile } from '../site/index.ts'

/** A layout or include, ready to run. */
export interface CompiledText {
  readonly template: Template
  readonly file: SiteFile
  readonly text: string
  /** line of the file on which the text starts */
  readonly firstLine: number
}

/** The template of `text`, which stands in `file`. Throws the engine's LiquidSyntaxError. */
export type Templates = (file: SiteFile, text: string, firstLine: number) => CompiledText

export function createTemplates(engine: Engine): Templates {
  const byPath = new Map<string, CompiledText[]>()
  return (file, text, firstLine) => {
    let known = byPath.get(file.path)
    if (known === undefined) {
      known = []
      byPath.set(file.path, known)
    }
    let compiled = known.find((each) => each.text === text)
    if (compiled === undefined) {
      compiled = { template: engine.parse(text, { path: file.path }), file, text, firstLine }
      known.push(compiled)
    }
    return compiled
  }
}
