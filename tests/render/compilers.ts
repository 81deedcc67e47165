/** The Sass compilers of a test file, which end with it. */
import { afterAll } from 'vitest'
import { SassCompilers } from '../../src/render/index.ts'

export const compilers = new SassCompilers()

afterAll(() => compilers.end())
