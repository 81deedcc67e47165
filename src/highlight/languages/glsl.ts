import { language } from '../language.ts'
import { cStates } from './c.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionMemory } from './c-functions.ts'
import { BUILTINS, KEYWORDS, RESERVED, TYPES } from './glsl.words.ts'

/** OpenGL's shading language: C with words of its own. */
export const glsl = language<FunctionMemory>({
  tag: 'glsl',
  filenames: ['*.glsl', '*.frag', '*.vert', '*.geom', '*.vs', '*.gs', '*.shader'],
  vars: functionMemory,
  start: ['bol'],
  states: () => cStates({ k: KEYWORDS, kr: RESERVED, kt: TYPES, nb: BUILTINS }),
})
