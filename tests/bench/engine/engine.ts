import { isDeepStrictEqual } from "node:util";
import { teamSlots } from "~/domain/availability/slots";
import { isoInstant } from "~/domain/time";
import type { Table } from "../table";
import { floorSlots } from "./floor";
import { compare } from "./measure";
import { ask } from "./question";
import { expectedStarts } from "./scenarios/expected";
import { scenarios, type Scenario } from "./scenarios/generate";

type Figures = { slots: number; floor: number; engine: number; floorText: number; engineText: number };

/** The slot engine with every rule on against a floor that knows none. Throws if either gives a wrong answer. */
export async function engineBench(): Promise<Table> {
  const asked = scenarios();
  asked.forEach(checkAnswers);
  const figures = asked.map(measure);
  const whole = worst(figures.map(({ floorText, engineText }) => engineText / floorText));
  const starts = worst(figures.map(({ floor, engine }) => engine / floor));
  return {
    title: "Slot engine",
    columns: ["scenario", "slots", "floor ms", "engine ms", "ratio", "starts only: floor ms", "engine ms", "ratio"],
    rows: figures.map((each, i) => [asked[i]!.title, ...cells(each)]),
    notes: [
      `All ${asked.length} answers are exactly the expected ones. Highest ratio: ${whole} for whole answers, with their ISO text; ${starts} for the starts alone. Wanted: 1.50 at most for whole answers.`,
      "The engine runs with every rule on: overrides, claims and busy blocks apart, buffers, notice, window, excluded dates, a limit per day and per week with bookings to count. The floor sweeps along weekly hours and one list of blocks, zones cached, and knows no other rule. Both write their text with the product's isoInstant. Medians of calls in turns, in one process.",
    ],
  };
}

function cells({ slots, floor, engine, floorText, engineText }: Figures): string[] {
  return [
    String(slots),
    ...[floorText, engineText].map(milliseconds),
    (engineText / floorText).toFixed(2),
    ...[floor, engine].map(milliseconds),
    (engine / floor).toFixed(2),
  ];
}

function milliseconds(ms: number): string {
  return ms < 0.1 ? ms.toFixed(4) : ms.toFixed(3);
}

function worst(ratios: number[]): string {
  return Math.max(...ratios).toFixed(2);
}

function measure(scenario: Scenario): Figures {
  const { rules, hosts, mode, now, range } = ask(scenario);
  const engineStarts = () => teamSlots(rules, hosts, mode, now, range);
  const floorStarts = () => floorSlots(scenario);
  const [floor = 0, engine = 0, floorText = 0, engineText = 0] = compare([
    floorStarts,
    engineStarts,
    () => floorStarts().map(isoInstant),
    () => engineStarts().map(isoInstant),
  ]);
  return { slots: floorStarts().length, floor, engine, floorText, engineText };
}

function checkAnswers(scenario: Scenario) {
  const right = expectedStarts(scenario.name);
  const { rules, hosts, mode, now, range } = ask(scenario);
  if (!isDeepStrictEqual(teamSlots(rules, hosts, mode, now, range), right)) {
    throw new Error(`${scenario.name}: the engine's answer is wrong`);
  }
  if (!isDeepStrictEqual(floorSlots(scenario), right)) throw new Error(`${scenario.name}: the floor's answer is wrong`);
}
