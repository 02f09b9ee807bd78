import { formatDate } from "~/domain/availability/calendar-days";
import { formatMinutes } from "~/domain/availability/schedule";
import { localDay } from "~/domain/availability/zones";
import { whichAreOffered } from "~/domain/links/one-time-slots.server";
import { findTarget, listTargets, type Target } from "~/domain/links/one-time-targets.server";
import { readSlots, writeSlot } from "~/domain/links/slot-week";
import type { ContactSearch } from "~/domain/calendars/contact";
import type { Host } from "./auth.server";
import type { FieldError, FormValues } from "./form.server";
import { loadSlotGrid } from "./slot-grid.server";

type Clock = { zone: string; locale: string; now: number };

/** What the form shows beside what was typed. `focus`: the place that the last button changed. */
export type FormEnd = { errors: FieldError[]; search: ContactSearch | null; focus: string | null };

const nothingYet: FormEnd = { errors: [], search: null, focus: null };

/** What a form begins with: in a fortnight it ends by itself. */
export function blankValues(query: URLSearchParams, { zone, now }: Clock): FormValues {
  const text = (name: string, most: number) => (query.get(name) ?? "").replaceAll("\0", "").slice(0, most);
  const link = text("link", 36).toLowerCase();
  const eventType = text("event_type", 36).toLowerCase();
  const week = text("week", 10);
  return {
    name: [text("name", 100)],
    email: [text("email", 254)],
    for: [link ? `link:${link}` : eventType ? `event:${eventType}` : ""],
    expires_on: [formatDate(localDay(zone, now) + 14)],
    expires_time: [formatMinutes(18 * 60)],
    times: [week ? "picked" : "all"],
    week: [week],
  };
}

/** The page of a new link: what it can be for, and the free times to pick from where some are to be picked. */
export async function loadOneTimeForm(host: Host, clock: Clock, given: FormValues, end: Partial<FormEnd> = {}) {
  const targets = await offeredTargets(host, given.for?.[0] ?? "");
  const only = targets.length === 1 ? targets[0] : undefined;
  const chosen = targets.find((each) => valueOf(each) === given.for?.[0]) ?? only ?? null;
  const values: FormValues = { ...given, for: [chosen ? valueOf(chosen) : ""] };
  const picked = readSlots(values.slot ?? []);
  const isPicking = values.times?.[0] === "picked" && chosen !== null;
  const [grid, areOffered] = await Promise.all([
    isPicking ? loadSlotGrid(chosen.eventType, clock, values) : null,
    chosen ? whichAreOffered(chosen.eventType, picked, clock.now) : picked.map(() => false),
  ]);
  const boxes = new Set(grid?.days.flatMap(({ slots }) => slots.map(({ value }) => value)));
  const picks = picked.map((slot, index) => {
    const value = writeSlot(slot);
    return { ...slot, value, isOffered: areOffered[index]!, hasBox: boxes.has(value) };
  });
  const ends = { ...nothingYet, ...end };
  return { clock, options: targets.map(optionOf), values, isChosen: chosen !== null, grid, picks, ...ends };
}

export type OneTimeForm = Awaited<ReturnType<typeof loadOneTimeForm>>;

/** Those to choose from, and the one that an address names where it is not among them but may be had. */
async function offeredTargets({ workspace, user, role }: Host, wanted: string) {
  const member = { userId: user.id, role };
  const targets = await listTargets(workspace.id, member);
  const named = wantedOf(wanted);
  if (!named || targets.some((each) => valueOf(each) === wanted)) return targets;
  const found = await findTarget(workspace.id, member, named);
  return found.ok ? [...targets, found.target] : targets;
}

/** "event:…" or "link:…", as the form names what a link is for. */
export function wantedOf(text: string): { eventTypeId: string } | { linkId: string } | null {
  const [kind, id = ""] = text.split(":");
  if (kind === "event") return { eventTypeId: id };
  return kind === "link" ? { linkId: id } : null;
}

function valueOf({ eventType, link }: Target) {
  return link ? `link:${link.id}` : `event:${eventType.id}`;
}

function optionOf(target: Target) {
  const { eventType, link } = target;
  if (!link) return { value: valueOf(target), label: eventType.name, group: "Event types" };
  const isNamed = !eventType.isLinkOnly && eventType.name !== link.title;
  return { value: valueOf(target), label: link.title + (isNamed ? `: ${eventType.name}` : ""), group: "Links" };
}
