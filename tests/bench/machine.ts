import { cpus, loadavg } from "node:os";

const loadBefore = loadavg()[0]!;

/** What the figures were measured on, and when, and whether the machine had other work. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() || "an unnamed processor";
  const busy = loadBefore > processors.length / 4 ? `, beside other work (load ${loadBefore.toFixed(1)} before)` : "";
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${model}, ${processors.length} cores, Node ${process.versions.node}${busy}`;
}
