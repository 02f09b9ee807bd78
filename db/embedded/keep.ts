import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Account } from "./account";

export type Program = {
  file: string;
  args: string[];
  folder: string;
  log: string;
  account: Account | null;
  /** Nothing is lost when it is killed at once, with its children. */
  isDisposable?: boolean;
};

export type Kept = { exited: Promise<{ code: number | null }>; stop(): Promise<void> };

/** Runs a program under a keeper, a process that outlives ours just long enough to end the program properly. */
export function keep(program: Program): Kept {
  const folder = resolve(program.folder);
  const keeper = spawn(process.execPath, [fileURLToPath(new URL("./keeper.mjs", import.meta.url)), folder], {
    cwd: "/",
    env: { ...process.env, NODE_OPTIONS: "" },
    // A session of its own: Ctrl-C in the terminal reaches us, and we decide when the program ends.
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const exited = new Promise<{ code: number | null }>((settle) => {
    keeper.once("exit", (code) => settle({ code }));
    keeper.once("error", () => settle({ code: null }));
  });
  keeper.send({ ...program, folder, log: resolve(program.log) }, () => {});
  const stop = async () => {
    if (keeper.connected) keeper.disconnect();
    await exited;
  };
  return { exited, stop };
}

/**
 * How the program names its folder. With an account lent by root the way to it may be barred, so the keeper opens the
 * folder and the program and all its children inherit it as descriptor 3.
 */
export function folderArgument(folder: string, account: Account | null): string {
  return account && process.platform === "linux" ? "/proc/self/fd/3" : resolve(folder);
}
