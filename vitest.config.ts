import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take minutes; the others are begun by size, the largest first. */
const LONG: readonly string[] = ['tests/highlight/properties.test.ts']

/** Begins with what takes longest, so that no worker is left alone with it at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  resolve: {
    // The examples import the package as a site does.
    alias: [
      { find: /^whirl-blog$/, replacement: new URL('src/index.ts', import.meta.url).pathname },
      { find: /^whirl-blog\/testing$/, replacement: new URL('src/testing.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'examples/plugins/**/*.test.ts'],
    // Only what hangs is ended: how long a test takes depends on all that runs beside it.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 100_000 } },
    pool: 'forks',
    sequence: { sequencer: LongFirst },
    maxWorkers: 2,
  },
})
