import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

// Fonts come as files, never as data: URLs: the page's policy allows fonts from the server alone.
const neverInlineFonts = (file: string): false | undefined =>
  /\.(woff2?|ttf|otf)$/.test(file) ? false : undefined;

export default defineConfig({
  plugins: [sveltekit()],
  build: { assetsInlineLimit: neverInlineFonts },
  test: {
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/cli/**', 'tests/database/**', 'tests/hard/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          include: ['tests/database/**/*.test.ts'],
          globalSetup: ['tests/database/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cli',
          environment: 'node',
          include: ['tests/cli/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'hard',
          environment: 'node',
          include: ['tests/hard/**/*.test.ts'],
          globalSetup: ['tests/hard/setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
