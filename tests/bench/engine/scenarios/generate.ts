/** Seeded scenarios, the same on every machine: the expected starts beside them were agreed on by other engines. */
export type Scenario = {
  name: string;
  title: string;
  mode: "any" | "all";
  timeZone: string;
  /** Minutes of the day, index 0 = Monday. */
  weekly: number[][];
  range: { from: number; to: number };
  now: number;
  slotMs: number;
  noticeMs: number;
  /** Busy blocks of each host: flat [start, end, …] sorted by start, overlapping at times. */
  hosts: number[][];
};

type Span = { from: number; to: number; days: number };

const MINUTE = 60_000;
const DAY = 86_400_000;
const dayZero = Date.UTC(2027, 2, 1);
const lengths = [15, 15, 15, 20, 25, 30];

// The dates of a visitor in Berlin, over the clock changes of New York (14 March) and Berlin (28 March).
const month = { from: Date.parse("2027-02-28T23:00:00Z"), to: Date.parse("2027-03-31T22:00:00Z"), days: 31 };
const year = { ...month, to: Date.parse("2028-02-29T23:00:00Z"), days: 366 };
const day = { from: Date.parse("2027-03-02T23:00:00Z"), to: Date.parse("2027-03-03T23:00:00Z"), days: 31 };

export function scenarios(): Scenario[] {
  return [
    ...[0, 50, 200, 1000].map((busy) =>
      single(`a_single_${busy}`, `1 host, month, ${busy} busy`, busy, month, 11 + busy),
    ),
    all("b_collective_10x200", 10, 21),
    all("b_collective_50x200", 50, 22),
    all("b_collective_10x200_shared180", 10, 23, 180),
    all("b_collective_50x200_shared190", 50, 24, 190),
    ...[10, 50, 200].map((count) => any(`c_roundrobin_${count}x200`, count, 30 + count)),
    single("d_single_year_2000", "1 host, year, 2000 busy", 2000, year, 41),
    single("e_single_day_200", "1 host, day, 200 busy in the month", 200, day, 51),
  ];
}

function single(name: string, title: string, busy: number, span: Span, seed: number): Scenario {
  return scenario(name, title, "any", [blocks(seed * 1000, busy, span.days)], span);
}

function all(name: string, count: number, seed: number, shared = 0): Scenario {
  const common = shared > 0 ? blocks(seed * 7919 + 17, shared, month.days) : [];
  const hosts = hostsOf(count, (host) => [...common, ...blocks(seed * 1000 + host, 200 - shared, month.days)]);
  return scenario(name, `all of ${count} × 200${shared > 0 ? ` (${shared} shared)` : ""}`, "all", hosts, month);
}

function any(name: string, count: number, seed: number): Scenario {
  const hosts = hostsOf(count, (host) => blocks(seed * 1000 + host, 200, month.days));
  return scenario(name, `any of ${count} × 200`, "any", hosts, month);
}

function scenario(name: string, title: string, mode: "any" | "all", hosts: [number, number][][], span: Span): Scenario {
  return {
    name,
    title,
    mode,
    timeZone: "America/New_York",
    weekly: Array.from({ length: 7 }, (_, weekday) => (weekday < 5 ? [540, 1020] : [])),
    range: { from: span.from, to: span.to },
    now: Date.UTC(2027, 1, 1, 12),
    slotMs: 30 * MINUTE,
    noticeMs: 120 * MINUTE,
    hosts: hosts.map((own) => own.sort((a, b) => a[0] - b[0] || a[1] - b[1]).flat()),
  };
}

function hostsOf(count: number, make: (host: number) => [number, number][]) {
  return Array.from({ length: count }, (_, host) => make(host));
}

/** Blocks of 15 to 30 minutes, from 10:00 to 26:00 UTC: 6:00 to 22:00 of New York's winter. */
function blocks(seed: number, count: number, days: number): [number, number][] {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, () => {
    const start = dayZero + below(days) * DAY + (600 + 5 * below(192)) * MINUTE;
    return [start, start + lengths[below(lengths.length)]! * MINUTE];
  });
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
