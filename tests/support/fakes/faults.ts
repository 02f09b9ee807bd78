/** What goes wrong with a call. A fault with a kind is about the connection, one without is an answer of the vendor. */
export type Fault =
  | { status: number; reason?: string; message?: string; retryAfter?: number }
  /** What was asked is done, and then the connection drops, or this status is answered. */
  | { kind: "lost_answer"; status?: number }
  /** What was asked is done, nothing is said for so long, and then the connection drops. */
  | { kind: "timeout"; ms: number }
  /** The answer is right and comes late. */
  | { kind: "slow"; ms: number }
  /** What was asked is done, and the answer is half a JSON text. */
  | { kind: "malformed" }
  /** The connection drops before anything is done. */
  | { kind: "dropped" };

export type VendorFault = Extract<Fault, { reason?: string }>;

/** Scripted faults, taken in the order in which they were put down. The route "*" stands for every one. */
export function createFaults() {
  const waiting: { route: string; fault: Fault; times: number }[] = [];
  return {
    add(route: string, fault: Fault, times = 1) {
      if (times > 0) waiting.push({ route, fault, times });
    },
    take(route: string): Fault | null {
      const index = waiting.findIndex((each) => each.route === route || each.route === "*");
      const found = waiting[index];
      if (!found) return null;
      if (--found.times === 0) waiting.splice(index, 1);
      return found.fault;
    },
    clear() {
      waiting.length = 0;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
