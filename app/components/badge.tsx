import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape";

const states = {
  confirmed: ["disc-tick", "text-ok"],
  active: ["disc-tick", "text-ok"],
  waiting: ["half-disc", "text-wait"],
  cancelled: ["slashed-ring", "text-stop"],
  declined: ["octagon-cross", "text-stop"],
  failed: ["octagon-bar", "text-stop"],
  retrying: ["triangle", "text-wait"],
  completed: ["square-tick", "text-muted"],
  scheduled: ["dashed-ring", "text-muted"],
  off: ["ring", "text-muted"],
  expired: ["slashed-ring", "text-muted"],
} as const satisfies Record<string, readonly [ShapeName, string]>;

export type BadgeState = keyof typeof states;

export function Badge({ state, children }: { state: BadgeState; children: ReactNode }) {
  const [shape, colour] = states[state];
  return (
    <span className={`badge ${colour}`}>
      <Shape name={shape} className="mt-0.5" />
      <span>{children}</span>
    </span>
  );
}
