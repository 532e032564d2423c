import { defineConfig } from 'vitest/config'

const everywhere = ['src/**/*.test.ts', 'test/*.test.ts']

/** Everything runs on both databases; what needs several connections or a folder runs where there are some. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    expect: { poll: { timeout: 15_000, interval: 100 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'embedded',
          include: [...everywhere, 'test/embedded/*.test.ts'],
          globalSetup: './test/template.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [...everywhere, 'test/real/*.test.ts'],
          env: { TEST_DATABASE: 'postgres' },
          globalSetup: './test/setup.ts',
        },
      },
    ],
  },
})
