import { createHash } from "node:crypto";
import fc from "fast-check";
import { explainSlots, teamSlots } from "~/domain/availability/slots";
import { questionIn, ZONES } from "./questions";

/** Prints what a fresh process, in its own zone and on its own date, answers to the same questions as every other. */
const today = Number(process.argv[2]);
const RealDate = Date;
globalThis.Date = new Proxy(RealDate, {
  construct: (_, given: unknown[]) => Reflect.construct(RealDate, given.length > 0 ? given : [today]) as Date,
  get: (_, name) => (name === "now" ? () => today : (Reflect.get(RealDate, name) as unknown)),
});

const answers = fc.sample(questionIn(ZONES), { seed: 7, numRuns: 150 }).map(({ rules, hosts, now, range }) => ({
  any: teamSlots(rules, hosts, "any", now, range),
  all: teamSlots(rules, hosts, "all", now, range),
  explained: explainSlots(rules, hosts, "any", now, range),
}));

process.stdout.write(
  JSON.stringify({
    date: new Date().toISOString(),
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    found: answers.flatMap(({ any }) => any).length,
    answers: createHash("sha256").update(JSON.stringify(answers)).digest("hex"),
  }),
);
