import { z } from "zod";

const flag = z
  .enum(["true", "false", "1", "0", ""])
  .transform((value) => value === "true" || value === "1")
  .pipe(z.boolean());

const encryptionKeys = z.string().refine((value) => value.split(",").every(isEncryptionKey), {
  message: "expected id:base64 pairs of 32 bytes, parted by commas",
});

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().min(1).default(".data"),
  SESSION_SECRET: z.string().min(32, "expected 32 characters or more"),
  ENCRYPTION_KEYS: encryptionKeys,
  MAIL_FROM: z.string().min(3).default("Meridian <meridian@localhost>"),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Env = Omit<z.infer<typeof Environment>, "APP_URL"> & { APP_URL: string };

/** Checks the whole environment at once. Throws an error that names each wrong setting and what was expected. */
export function readEnvironment(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => sentence(issue, given)).join("\n"));
  const appUrl = parsed.data.APP_URL ?? `http://${readableHost(parsed.data.HOST)}:${parsed.data.PORT}`;
  return { ...parsed.data, APP_URL: appUrl.replace(/\/+$/, "") };
}

function sentence(issue: z.core.$ZodIssue, given: Record<string, string | undefined>) {
  const name = String(issue.path[0]);
  return name in given ? `${name} is wrong: ${issue.message}` : `${name} is missing`;
}

function readableHost(host: string) {
  return host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host;
}

function isEncryptionKey(pair: string) {
  const [id, key] = pair.split(":");
  return !!id && !!key && Buffer.from(key, "base64").length === 32;
}
