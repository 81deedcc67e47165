import fs from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take minutes; the others are begun by size, the largest first. */
const LONG: readonly string[] = ['tests/highlight/properties.test.ts']

/** Files that put something in a module's place: each has its modules for itself. */
const MOCKING = fs
  .readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name}`)
  .filter((name) => name.endsWith('.test.ts') && fs.readFileSync(name, 'utf8').includes('vi.mock('))

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
    // Only what hangs is ended: how long a test takes depends on all that runs beside it.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 100_000 } },
    restoreMocks: true,
    pool: 'forks',
    // The others share what they load, which is half of the time of small files: no module of ours has a state.
    projects: [
      { extends: true, test: { name: 'mocking', include: MOCKING } },
      {
        extends: true,
        test: {
          name: 'sharing',
          include: ['tests/**/*.test.ts', 'examples/plugins/**/*.test.ts'],
          exclude: MOCKING,
          isolate: false,
        },
      },
    ],
    sequence: { sequencer: LongFirst },
    maxWorkers: 2,
  },
})
