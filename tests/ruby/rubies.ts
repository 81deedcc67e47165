/** How many Rubies are started or brought back while tests run. */
import { afterAll, beforeAll } from 'vitest'

const engine: { Instance: typeof WebAssembly.Instance } = WebAssembly

/** Counts for the tests of the file that calls it: `taken` answers how many there were since it was last asked. */
export function countRubies(): { taken(): number } {
  const { Instance } = engine
  let rubies = 0
  beforeAll(() => {
    engine.Instance = new Proxy(Instance, {
      construct(target, given) {
        rubies++
        return Reflect.construct(target, given) as WebAssembly.Instance
      },
    })
  })
  afterAll(() => {
    engine.Instance = Instance
  })
  return {
    taken() {
      const count = rubies
      rubies = 0
      return count
    },
  }
}
