import { language } from '../language.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionMemory } from './c-functions.ts'
import { CPP_CHANGES, cppStates } from './cpp.ts'

/** CUDA: C++ with words for the device. */
export const cuda = language<FunctionMemory>({
  tag: 'cuda',
  filenames: ['*.cu', '*.cuh'],
  vars: functionMemory,
  changes: CPP_CHANGES,
  start: ['bol'],
  states: () =>
    cppStates([
      [/__(?:constant|device|forceinline|global|host|noinline|restrict|shared)__\b/, 'k'],
      [/(?:u?(?:char|short|int|long|longlong)|float|double)[1-4]\b|dim3\b/, 'kt'],
    ]),
})
