import type { ServerBuild } from "@remix-run/node";
import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pino, { type Logger } from "pino";
import { hasMailService, readEnvironment, type Env } from "./app/environment";
import { ensureBuild } from "./app/server/build";
import { ensureSecrets, secretFile } from "./app/server/secrets";
import { createWeb } from "./app/server/web";
import { startEmbeddedPostgres } from "./db/embedded/start";

const roles = { all: ["web", "worker"], web: ["web"], worker: ["worker"], "keys:rotate": [] } as const;

/** What must be ended, last started first. */
const stops: (() => Promise<unknown>)[] = [];
let stopping: Promise<void> | undefined;

process.env.NODE_ENV ||= "production";
// In a container only the container's own network reaches 127.0.0.1.
process.env.HOST ||= existsSync("/.dockerenv") || existsSync("/run/.containerenv") ? "0.0.0.0" : "127.0.0.1";
process.on("SIGINT", () => void stop(0));
process.on("SIGTERM", () => void stop(0));
start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void stop(1);
});

async function start() {
  const role = process.argv[2] ?? "all";
  if (!Object.hasOwn(roles, role)) throw new Error(`There is no role "${role}".`);
  const parts: readonly string[] = roles[role as keyof typeof roles];
  const isEmbedded = !process.env.DATABASE_URL;
  if (isEmbedded && (role === "web" || role === "worker"))
    throw new Error(`DATABASE_URL is missing: npm run ${role} needs a shared Postgres.`);

  const dataDir = process.env.DATA_DIR || ".data";
  if (isEmbedded) ensureSecrets(process.env, dataDir);
  const env = readEnvironment({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || "postgres://embedded" });
  const logger = pino({ level: env.LOG_LEVEL });
  if (parts.includes("web") && env.NODE_ENV !== "development") ensureBuild();

  const isNew = isEmbedded && (await startDatabase(dataDir, logger));
  const url = process.env.DATABASE_URL!;
  const { migrateDatabase } = await import("./db/migrate");
  await migrateDatabase(url);
  if (role === "keys:rotate") return rotateKeys();
  const wantsDemo = process.env.DEMO ? process.env.DEMO === "true" : isNew;
  if (wantsDemo) await seedDemo(dataDir);

  if (parts.includes("worker")) await startWorker(logger);
  if (parts.includes("web")) await listen(env, logger);
  tell(env, parts, dataDir);
}

async function startDatabase(dataDir: string, logger: Logger) {
  const embedded = await startEmbeddedPostgres({ dataDir });
  stops.unshift(embedded.stop);
  void embedded.exited.then(({ code }) => {
    if (stopping) return;
    logger.fatal({ code }, "Postgres stopped");
    void stop(1);
  });
  process.env.DATABASE_URL = embedded.url;
  return embedded.isNew;
}

async function seedDemo(dataDir: string) {
  const { seedDemo } = await import("./db/demo/seed");
  const password = secretFile(dataDir, "demo-password", demoPassword);
  await seedDemo({ password, now: Date.now() });
}

function demoPassword() {
  const words =
    "amber atlas bearing cedar chart compass delta ferry granite harbor lantern meadow north orbit quartz tide";
  const list = words.split(" ");
  const pick = () => list[crypto.getRandomValues(new Uint32Array(1))[0]! % list.length]!;
  return [pick(), pick(), pick(), pick(), crypto.getRandomValues(new Uint32Array(1))[0]! % 10_000].join("-");
}

async function rotateKeys() {
  const { rotateKeys } = await import("./jobs/rotate-keys");
  const { lost } = await rotateKeys();
  const { disconnect } = await import("./db/client");
  await disconnect();
  void stop(lost > 0 ? 1 : 0);
}

async function startWorker(logger: Logger) {
  const { startWorker } = await import("./jobs/worker");
  const worker = await startWorker({ logger });
  stops.unshift(worker.stop);
}

async function listen(env: Env, logger: Logger) {
  const build = (await import(pathToFileURL(path.resolve("build/index.js")).href)) as ServerBuild;
  const server = createWeb({ build, logger, trustProxy: env.TRUST_PROXY, appUrl: env.APP_URL });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`PORT is wrong: ${env.PORT} is in use.`) : error),
    );
    server.listen(env.PORT, env.HOST, resolve);
  });
  const { finish } = build.entry.module as unknown as { finish: () => Promise<void> };
  stops.unshift(() => drain(server).then(finish));
}

/** Takes no new connection and lets running requests finish, ten seconds at most. */
function drain(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  });
}

function tell(env: Env, parts: readonly string[], dataDir: string) {
  if (!parts.includes("web")) return console.log("\n  The worker runs.\n");
  const demo = path.join(dataDir, "demo-password");
  console.log(`\n  Meridian is ready.\n`);
  if (existsSync(demo)) {
    console.log(`  Book a meeting   ${env.APP_URL}/book/acme-corp`);
    console.log(`  The host's side  ${env.APP_URL}/booking`);
    console.log(`  Sign in as       maya@acme-corp.example with ${readFileSync(demo, "utf8").trim()}`);
  } else {
    console.log(`  Start at         ${env.APP_URL}`);
  }
  console.log(hasMailService(env) ? "" : `  Mail is kept at  ${env.APP_URL}/dev/mail\n`);
}

/** Ends everything once, in order; a second signal does not wait. */
function stop(code: number) {
  if (stopping) process.exit(1);
  stopping = endAll().then(() => process.exit(code));
  return stopping;
}

async function endAll() {
  for (const end of stops) await end().catch((error: unknown) => console.error(error));
}
