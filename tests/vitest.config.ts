import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What every test sees, before a module of ours reads it. Integration tests get a DATABASE_URL per file (support/setup.ts). */
const env = {
  NODE_ENV: "test" as const,
  TZ: "UTC",
  APP_URL: "http://localhost:3000",
  SESSION_SECRET: "a-secret-of-the-tests-and-nothing-else",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  LOG_LEVEL: "silent",
  // Every call of a test comes from one address.
  RATE_LIMIT_SCALE: "0",
  DATABASE_POOL: "10",
};

export default defineConfig({
  root,
  cacheDir: ".cache/vitest",
  esbuild: { jsx: "automatic" },
  resolve: {
    alias: [
      { find: /^~db\//, replacement: `${root}db/` },
      { find: /^~\//, replacement: `${root}app/` },
    ],
  },
  test: {
    pool: "forks",
    poolOptions: { forks: { minForks: 1, maxForks: 2 } },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: "architecture", include: ["tests/architecture.test.ts"], env } },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // What they share is pure: to load it anew for each file takes longer than the tests.
          isolate: false,
          env: { ...env, DATABASE_URL: "postgres://127.0.0.1:9/none" },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          env,
          globalSetup: "tests/support/global-setup.ts",
          setupFiles: "tests/support/setup.ts",
        },
      },
    ],
  },
});
