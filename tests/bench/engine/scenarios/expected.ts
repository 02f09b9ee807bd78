import answers from "./expected.json";

/** The right starts of a scenario: "14:00 14:30" by date, both by UTC. */
export function expectedStarts(name: string): number[] {
  const days = new Map<string, Record<string, string>>(Object.entries(answers)).get(name);
  if (!days) throw new Error(`${name} has no expected answer`);
  return Object.entries(days).flatMap(([day, times]) =>
    times.split(" ").map((time) => Date.parse(`${day}T${time}:00Z`)),
  );
}
