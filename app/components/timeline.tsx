import type { ReactNode } from "react";
import { Shape, type ShapeName } from "./shape";

const states = {
  due: ["dashed-ring", "text-muted"],
  retrying: ["triangle", "text-wait"],
  done: ["disc-tick", "text-ok"],
  overtaken: ["slashed-ring", "text-muted"],
  failed: ["octagon-bar", "text-stop"],
} as const satisfies Record<string, readonly [ShapeName, string]>;

/** One thing that leaves for a booking: what and to whom, how it stands in words, and what came back. */
export type TimelineRow = {
  id: string;
  title: string;
  /** Whom or where it goes to. */
  to: string;
  toWord?: "to" | "in";
  state: keyof typeof states;
  words: string;
  /** As the other side said it. */
  answer?: string | null;
  /** What can be done about it. */
  action?: ReactNode;
};

/** All that left for a booking, or will, in the order given. */
export function Timeline({ rows }: { rows: TimelineRow[] }) {
  if (rows.length === 0) return <p className="text-muted">Nothing has left yet.</p>;
  return (
    <ol>
      {rows.map((row) => (
        <Row key={row.id} {...row} />
      ))}
    </ol>
  );
}

function Row({ title, to, toWord = "to", state, words, answer, action }: TimelineRow) {
  const [shape, colour] = states[state];
  return (
    <li className="group relative flex gap-4 pb-5 last:pb-0">
      <span aria-hidden="true" className="absolute bottom-1 start-2 top-6 border-s border-edge group-last:hidden" />
      <Shape name={shape} className={`mt-1 ${colour}`} />
      <div className="min-w-0">
        <h3 className="text-body font-semibold">
          {`${title} ${toWord} `}
          <bdi>{to}</bdi>
        </h3>
        <p className="hint">{words}</p>
        {answer ? (
          <p className="text-small [overflow-wrap:anywhere]">
            <bdi>{answer}</bdi>
          </p>
        ) : null}
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </li>
  );
}
