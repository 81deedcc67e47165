/** In the place of rendering, for a look over a site: what a build would stop at before it prints a word. */
import type { Diagnostic } from '../../base/index.ts'
import { templateFaults } from '../../render/index.ts'
import type { Build } from './build.ts'
import type { Generated } from './generate.ts'
import { beginRendering } from './render.ts'

/** The templates of what is rendered that cannot be compiled. Nothing is run. */
export function lookOver(build: Build, { site, plan }: Generated): readonly Diagnostic[] {
  try {
    return templateFaults(site, plan.render, beginRendering(build, site))
  } finally {
    // The compiler of style sheets is started early, and no sheet is compiled.
    build.compilers.end()
  }
}
