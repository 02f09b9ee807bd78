import { expect } from "vitest";
import { causeWords, plainText } from "~/components/cause-words";
import { explainDay } from "~/domain/availability/explain-day.server";
import { codesOf, type ExplainedDay, type ExplainedStart } from "~/domain/availability/explained-day";
import { openSlots } from "~/domain/availability/open-slots.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import type { Role } from "~/domain/workspaces/roles";
import { createEventType, createWorkspace } from "./factories";
import { wednesday } from "./orders";

type Question = Parameters<typeof explainDay>[0];
type Asked = Partial<Omit<Question, "eventType" | "viewer">> & { viewer?: { id: string }; role?: Role };

/** The Wednesday of an event type, for all of its hosts, as its owner sees it. */
export async function explained(row: { id: string; workspaceId: string; ownerId: string }, given: Asked = {}) {
  const { viewer = { id: row.ownerId }, role = "owner", now = Date.now(), ...asked } = given;
  const eventType = (await findEventType(row.workspaceId, row.id))!;
  const question = {
    eventType,
    hostIds: eventType.members.map(({ userId }) => userId),
    durationMinutes: eventType.durationMinutes,
    day: wednesday,
    viewer: { userId: viewer.id, role },
    now,
    ...asked,
  };
  const found = await explainDay(question);
  const { from, to } = found;
  const { durationMinutes, hostIds } = question;
  const { slots } = await openSlots({ eventType, durationMinutes, hostIds, range: { from, to }, now });
  // Whatever else a test looks at: what is called offered is what is offered.
  expect(found.starts.filter(({ isOffered }) => isOffered).map(({ start }) => start)).toEqual(slots);
  return found;
}

/** A workspace in Oslo with one host and meetings of an hour. */
export async function studio(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const row = await createEventType(workspace, { owner, durationMinutes: 60, ...given });
  return { workspace, owner, row, explain: (asked: Asked = {}) => explained(row, asked) };
}

export function startAt(found: ExplainedDay, instant: number): ExplainedStart {
  return found.starts.find(({ start }) => start === instant)!;
}

export function codesAt(found: ExplainedDay, instant: number) {
  return startAt(found, instant).hosts.map(codesOf);
}

/** What the first host reads of a start. */
export function sentences(found: ExplainedDay, start: ExplainedStart) {
  const clock = { zone: found.zone, locale: "en", now: Date.now() };
  const { bufferBefore, bufferAfter } = found;
  const host = { name: found.hosts[0]!.name, isYou: true };
  const telling = { start: start.start, end: start.end, bufferBefore, bufferAfter, host, clock };
  return start.hosts[0]!.causes.map((cause) => plainText(causeWords(cause, telling)));
}
