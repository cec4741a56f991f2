import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/!(pixels).test.ts', 'test/output/**'],
          setupFiles: ['test/house/set-up-messages.ts', 'test/house/set-up-properties.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/pixels.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          setupFiles: ['test/house/set-up-messages.ts'],
          // One browser at a time: software rendering takes every core there is.
          fileParallelism: false,
          testTimeout: 420_000,
          hookTimeout: 420_000,
          // Software rendering on two cores may take seconds for one frame.
          expect: { poll: { timeout: 30_000, interval: 200 } },
        },
      },
    ],
  },
})
