import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a package of Debian's; false where that is not possible. */
export function installDebian(name: string): boolean {
  const become = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...become, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
    return spawnSync(command, rest, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
  };
  return existsSync("/usr/bin/apt-get") && apt("update") && apt("install", "-y", "--no-install-recommends", name);
}
