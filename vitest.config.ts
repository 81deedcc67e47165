import { defineConfig } from 'vitest/config'

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
    maxWorkers: 2,
  },
})
