// Runs one program for as long as the channel to its parent is open, then ends it. See keep.ts.
import { spawn } from "node:child_process";
import { openSync, writeSync } from "node:fs";

const ESCALATION = [
  { signal: "SIGINT", after: 0 },
  { signal: "SIGQUIT", after: 10_000 },
  { signal: "SIGKILL", after: 20_000 },
];

// The parent decides. A signal sent to every process at once must not end Postgres under requests being finished.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

process.once("message", ({ file, args, folder, log, account, isDisposable }) => {
  const output = openSync(log, "a", 0o600);
  const child = spawn(file, args, {
    ...account,
    cwd: "/",
    env: { LC_ALL: "C", TZ: "UTC", PATH: "/usr/bin:/bin:/usr/sbin:/sbin" },
    stdio: ["ignore", output, output, openSync(folder, "r")],
  });
  child.once("error", (error) => {
    writeSync(output, `${file} cannot be run: ${error.message}\n`);
    process.exit(127);
  });
  child.once("exit", (code) => (code === null ? process.kill(process.pid, "SIGKILL") : process.exit(code)));
  process.once("disconnect", () => {
    // The group is this process, the program and its children.
    if (isDisposable) process.kill(-process.pid, "SIGKILL");
    for (const { signal, after } of ESCALATION) setTimeout(() => child.kill(signal), after);
  });
});
