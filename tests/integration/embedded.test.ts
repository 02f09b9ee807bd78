import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { linkLibraries } from "~db/embedded/libraries";
import { startEmbeddedPostgres } from "~db/embedded/start";
import type { EmbeddedPostgres } from "~db/embedded/start";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const isRoot = process.getuid?.() === 0;
const place = mkdtempSync(join(tmpdir(), "meridian-embedded-"));
const dataDir = join(place, ".data");
const started: EmbeddedPostgres[] = [];
const spawned: ChildProcess[] = [];

beforeAll(async () => {
  const server = await start();
  expect(server.isNew).toBe(true);
  await query(server.url, "create extension btree_gist; create table kept (word text)");
  await server.stop();
});

afterEach(async () => {
  for (const child of spawned.splice(0)) child.kill("SIGKILL");
  for (const server of started.splice(0)) await server.stop();
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("an ordinary life", () => {
  test("rows outlive a stop and a start", async () => {
    const first = await start();
    await query(first.url, "insert into kept values ('restart')");
    await first.stop();
    expect(await first.exited).toEqual({ code: 0 });
    await expect(query(first.url, "select 1")).rejects.toThrow();

    const second = await start();
    expect(second.isNew).toBe(false);
    expect(await words(second.url)).toContain("restart");
  });

  test("it listens on this machine alone, asks for the password, and counts time in UTC by code point order", async () => {
    const server = await start();
    const [row] = await query(
      server.url,
      `select current_setting('listen_addresses') as hosts, current_setting('unix_socket_directories') as sockets,
        current_setting('timezone') as zone, current_setting('fsync') as fsync, pg_encoding_to_char(encoding) as encoding,
        datlocale as locale from pg_database where datname = current_database()`,
    );
    const promised = { hosts: "127.0.0.1", sockets: "", zone: "UTC", fsync: "on", encoding: "UTF8", locale: "C.UTF-8" };
    expect(row).toEqual(promised);
    const intruder = server.url.replace(/:[0-9a-f]+@/, ":guess@");
    await expect(query(intruder, "select 1")).rejects.toThrow("password authentication failed");
    expect(statSync(join(dataDir, "postgres-password")).mode & 0o777).toBe(0o600);
  });

  test("a second start on the same data is refused by name and leaves the first alone", async () => {
    const first = await start();
    const refusal = `DATA_DIR ${dataDir} is in use by another Meridian (process ${process.pid})`;
    await expect(start()).rejects.toThrow(refusal);
    const { output } = await runMeridian();
    expect(output).toContain(refusal);
    expect(await query(first.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a log that has grown past ten megabytes starts afresh", async () => {
    const log = join(dataDir, "postgres.log");
    writeFileSync(log, "x".repeat(10 * 1024 * 1024 + 1));
    await start();
    expect(statSync(log).size).toBeLessThan(10_000);
  });
});

test("a start that fails names the cause and gives DATA_DIR back", async () => {
  const [password, elsewhere] = [join(dataDir, "postgres-password"), join(dataDir, "elsewhere")];
  renameSync(password, elsewhere);
  await expect(start()).rejects.toThrow("postgres-password");
  renameSync(elsewhere, password);
  expect(await wordsAfterRestart()).toContain("restart");
});

describe("a violent death", () => {
  test("kill -9 of Meridian loses no committed row and leaves no process", async () => {
    const { meridian, url } = await runMeridian();
    await query(url, "insert into kept values ('killed')");
    const family = descendants(meridian.pid!);
    expect(family.length).toBeGreaterThan(4);
    meridian.kill("SIGKILL");
    await vi.waitFor(() => expect(family.filter(isRunning)).toEqual([]), { timeout: 2_000 });
    expect(await wordsAfterRestart()).toContain("killed");
  });

  test("kill -9 of Meridian and of the keeper leaves a Postgres that the next start replaces", async () => {
    const { meridian, url } = await runMeridian();
    await query(url, "insert into kept values ('orphaned')");
    const orphan = postmaster();
    const family = descendants(meridian.pid!);
    const keeper = parentOf(orphan);
    process.kill(meridian.pid!, "SIGKILL");
    process.kill(keeper, "SIGKILL");
    await vi.waitFor(() => expect(parentOf(orphan)).not.toBe(keeper));
    expect(isRunning(orphan)).toBe(true);
    expect(await wordsAfterRestart()).toContain("orphaned");
    expect(family.filter(isRunning)).toEqual([]);
  });

  test("kill -9 of the keeper alone is noticed, and its Postgres goes with it", async () => {
    const server = await start();
    const family = [postmaster(), ...descendants(postmaster())];
    process.kill(parentOf(postmaster()), "SIGKILL");
    expect(await server.exited).toEqual({ code: null });
    expect(family.filter(isRunning)).toEqual([]);
  });

  test("the number of a dead postmaster, now another program's, does not block the start", async () => {
    const { uid, gid } = statSync(join(dataDir, "postgres"));
    const stranger = spawn("sleep", ["60"], isRoot ? { uid, gid } : {});
    spawned.push(stranger);
    const lines = [stranger.pid, join(dataDir, "postgres"), 1, 5432, "", "127.0.0.1", "", "ready"];
    writeFileSync(join(dataDir, "postgres/postmaster.pid"), lines.join("\n"));
    writeFileSync(join(dataDir, "postgres.lock"), `${stranger.pid} an-older-process`);
    expect(await wordsAfterRestart()).toContain("restart");
    expect(isRunning(stranger.pid!)).toBe(true);
  });

  test("a creation killed half-way does not block the next", async () => {
    const fresh = join(place, "fresh");
    const { meridian } = startMeridian(fresh);
    await vi.waitFor(() => expect(draftsIn(fresh)).toHaveLength(1), { timeout: 5_000, interval: 5 });
    meridian.kill("SIGKILL");
    await vi.waitFor(() => expect(isRunning(meridian.pid!)).toBe(false));
    expect(existsSync(join(fresh, "postgres"))).toBe(false);
    const server = await start(fresh);
    expect(server.isNew).toBe(true);
    expect(draftsIn(fresh)).toEqual([]);
  });
});

test.runIf(isRoot)(
  "in a folder that only root may enter, Postgres runs as somebody else and survives a crash",
  async () => {
    expect(statSync(place)).toMatchObject({ mode: 0o40700, uid: 0 });
    const server = await start();
    expect(statSync(`/proc/${postmaster()}`).uid).not.toBe(0);
    await expect(query(server.url, "copy (select 1) to program 'kill -9 $PPID'")).rejects.toThrow();
    await vi.waitFor(async () => expect(await words(server.url)).toContain("restart"), { timeout: 5_000 });
    await server.stop();
  },
);

test("libraries are linked when npm has skipped the install script", () => {
  const native = join(place, "native");
  mkdirSync(join(native, "lib"), { recursive: true });
  writeFileSync(join(native, "lib/libx.so.1.2"), "code");
  const links = [{ source: "native/lib/libx.so.1.2", target: "native/lib/libx.so.1" }];
  writeFileSync(join(native, "pg-symlinks.json"), JSON.stringify(links));
  linkLibraries(native);
  linkLibraries(native);
  expect(readFileSync(join(native, "lib/libx.so.1"), "utf8")).toBe("code");
});

async function start(folder = dataDir) {
  const server = await startEmbeddedPostgres({ dataDir: folder });
  started.push(server);
  return server;
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function words(url: string) {
  return (await query(url, "select word from kept")).map((row) => row.word as string);
}

async function wordsAfterRestart() {
  const server = await start();
  const found = await words(server.url);
  await server.stop();
  return found;
}

/** A process that starts Postgres and stays: resolves with the address, or with its complaint when it ends instead. */
async function runMeridian() {
  const { meridian, said } = startMeridian(dataDir);
  await vi.waitFor(() => expect(said()).toMatch(/ready|Error/), { timeout: 10_000, interval: 20 });
  return { meridian, output: said(), url: said().replace("ready ", "").trim() };
}

function startMeridian(folder: string): { meridian: ChildProcess; said: () => string } {
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(pathToFileURL("db/embedded/start.ts").href)};
    const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(folder)} });
    console.log("ready " + url);`;
  const meridian = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
  spawned.push(meridian);
  let output = "";
  for (const stream of [meridian.stdout, meridian.stderr]) stream.on("data", (chunk) => (output += chunk));
  return { meridian, said: () => output };
}

function draftsIn(folder: string) {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith("postgres.new")) : [];
}

function postmaster() {
  return Number.parseInt(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8"), 10);
}

function processes() {
  const table = spawnSync("ps", ["-eo", "pid=,ppid=,stat="], { encoding: "utf8" }).stdout.trim().split("\n");
  const rows = table.map((line) => line.trim().split(/\s+/));
  return rows.map(([pid, parent, state]) => ({
    pid: Number(pid),
    parent: Number(parent),
    isDead: state?.startsWith("Z"),
  }));
}

function descendants(pid: number): number[] {
  const children = processes().filter((entry) => entry.parent === pid);
  return children.flatMap((child) => [child.pid, ...descendants(child.pid)]);
}

function parentOf(pid: number) {
  return processes().find((entry) => entry.pid === pid)!.parent;
}

function isRunning(pid: number) {
  return processes().some((entry) => entry.pid === pid && !entry.isDead);
}
