import fs from 'node:fs'
import path from 'node:path'
import { LAYER } from '../../src/ruby/layer.ts'

const folder = path.resolve(import.meta.dirname, '../../src/ruby/layer')

/** The code of the layer, in the order in which builds load it. */
export const layer: readonly string[] = LAYER.map((name) =>
  fs.readFileSync(path.join(folder, `${name}.rb`), 'utf8'),
)
