import { z } from "zod";

const flag = z
  .enum(["true", "false", "1", "0", ""])
  .transform((value) => value === "true" || value === "1")
  .pipe(z.boolean());

/** How many proxies stand before us: as many entries of X-Forwarded-For are theirs, and what stands before those is made up. */
const proxies = z
  .string()
  .regex(/^(true|false|\d)$/, "expected true, false, or how many proxies there are")
  .transform((value) => (value === "true" ? 1 : Number(value) || 0));

const encryptionKeys = z.string().refine((value) => value.split(",").every(isEncryptionKey), {
  message: "expected id:base64 pairs of 32 bytes, parted by commas",
});

/** Paths are added to it. */
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

const redirects = z
  .string()
  .transform((list) => list.split(",").map((one) => one.trim()))
  .pipe(z.array(z.url({ protocol: /^https?$/, error: "expected addresses, parted by commas" })));

const nobody = "Meridian <meridian@localhost>";

const Settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  DATA_DIR: z.string().min(1).default(".data"),
  SESSION_SECRET: z.string().min(32, "expected 32 characters or more"),
  ENCRYPTION_KEYS: encryptionKeys,
  MAIL_FROM: z
    .string()
    .regex(/^([^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, "expected an address, or a name and an <address>")
    .default(nobody),
  RESEND_API_KEY: z.string().optional(),
  RESEND_API_URL: address.default("https://api.resend.com"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_AUTH_URL: address.default("https://accounts.google.com/o/oauth2/v2/auth"),
  GOOGLE_TOKEN_URL: address.default("https://oauth2.googleapis.com/token"),
  GOOGLE_REVOKE_URL: address.default("https://oauth2.googleapis.com/revoke"),
  GOOGLE_API_URL: address.default("https://www.googleapis.com"),
  GOOGLE_PEOPLE_URL: address.default("https://people.googleapis.com"),
  GOOGLE_USERINFO_URL: address.default("https://openidconnect.googleapis.com/v1/userinfo"),
  MICROSOFT_CLIENT_ID: z.string().optional(),
  MICROSOFT_CLIENT_SECRET: z.string().optional(),
  MICROSOFT_LOGIN_URL: address.default("https://login.microsoftonline.com"),
  MICROSOFT_GRAPH_URL: address.default("https://graph.microsoft.com/v1.0"),
  OAUTH_REDIRECTS: redirects.default([]),
  RATE_LIMIT_SCALE: z.coerce.number("expected a number, 0 or more").min(0, "expected a number, 0 or more").default(1),
  ALLOW_PRIVATE_WEBHOOKS: flag.default(false),
  TRUST_PROXY: proxies.default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

const Environment = Settings.superRefine((settings, { addIssue }) => {
  const { RESEND_API_KEY, SMTP_URL, MAIL_FROM } = settings;
  for (const provider of ["GOOGLE", "MICROSOFT"] as const) {
    const [id, secret] = [`${provider}_CLIENT_ID`, `${provider}_CLIENT_SECRET`] as const;
    if (Boolean(settings[id]) === Boolean(settings[secret])) continue;
    const [missing, given] = settings[id] ? [secret, id] : [id, secret];
    addIssue({
      code: "custom",
      path: [missing],
      message: `expected with ${given}, as both come from one registration`,
    });
  }
  if (RESEND_API_KEY && SMTP_URL) {
    const message = "RESEND_API_KEY is set as well, and mail leaves by one of the two";
    addIssue({ code: "custom", path: ["SMTP_URL"], message });
  }
  if ((RESEND_API_KEY || SMTP_URL) && MAIL_FROM === nobody) {
    addIssue({ code: "custom", path: ["MAIL_FROM"], message: "expected an address that the mail service sends for" });
  }
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

/** Without one, mail is kept in the outbox. */
export function hasMailService({ RESEND_API_KEY, SMTP_URL }: Env): boolean {
  return Boolean(RESEND_API_KEY || SMTP_URL);
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
