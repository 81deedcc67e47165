/** The Sass compilers of a process that runs tests, which end with it. */
import { SassCompilers } from '../../src/render/index.ts'

export const compilers = new SassCompilers()

process.once('exit', () => compilers.end())
