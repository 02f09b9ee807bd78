import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Fills in the secrets that an operator did not set, from DATA_DIR, making them there at the first start (0600). */
export function ensureSecrets(environment: NodeJS.ProcessEnv, dataDir: string) {
  environment.SESSION_SECRET ||= secretFile(dataDir, "session-secret", () => randomBytes(32).toString("hex"));
  environment.ENCRYPTION_KEYS ||= secretFile(
    dataDir,
    "encryption-keys",
    () => `k1:${randomBytes(32).toString("base64")}`,
  );
}

/** A secret kept in a file that only its owner may read; `make` is called when there is none yet. */
export function secretFile(dataDir: string, name: string, make: () => string) {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, name);
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}
