import { data, redirect } from "@remix-run/node";
import { guestsOf } from "~/domain/bookings/guest-lines";
import { carriedAnswers } from "~/domain/bookings/quick-book";
import { isAnswerField } from "~/domain/templates/carried-answers";
import { isoInstant, parseInstant } from "~/domain/time";
import { paths } from "~/paths";
import type { Host } from "./auth.server";
import { findWho, readSearchDeed, writeWho, type SearchDeed } from "./contact-search.server";
import type { FormValues } from "./form.server";
import { readQuickBookQuery } from "./quick-book-query.server";

type Kept = ReturnType<typeof readQuickBookQuery>["kept"];

/**
 * Searches for the person to book for, or takes one who was found. Leads on to an address with all that was typed; where an
 * address can't carry it, answers with it. Null: that is not what was asked for.
 */
export async function answerSearch(host: Host, kept: Kept, values: FormValues) {
  const deed = readSearchDeed(values);
  if (!deed) return null;
  const filled = fillIn(values, deed);
  const who = deed.kind === "take" ? null : deed.who;
  const carried = carriedAnswers(filled);
  if (!isWhole(filled, carried))
    return data({ outcome: "edit" as const, values: filled, search: await findWho(who, host) });
  const { event, from, host: hostId, team, members, duration } = kept;
  const start = parseInstant(values.start?.[0] ?? "");
  const address = paths.newBooking({
    ...{ event, from, host: hostId, team, members, duration, ...carried },
    start: start === null ? null : isoInstant(start),
    who: who === null ? null : writeWho(who),
  });
  throw redirect(`${address}#${deed.kind === "take" ? "field-name" : "find"}`, 303);
}

function fillIn(values: FormValues, deed: SearchDeed): FormValues {
  if (deed.kind === "find") return values;
  if (deed.kind === "take") return { ...values, email: [deed.email], ...(deed.name && { name: [deed.name] }) };
  const guests = guestsOf(values.guests?.[0] ?? "");
  const isThere = guests.some((guest) => guest.toLowerCase() === deed.email.toLowerCase());
  return isThere ? values : { ...values, guests: [[...guests, deed.email].join("\n")] };
}

/** Whether the address gives back everything as it was typed. */
function isWhole(values: FormValues, carried: Record<string, string | string[]>) {
  const { kept, answers } = readQuickBookQuery(new URL(paths.newBooking(carried), "http://here.invalid").searchParams);
  const given = Object.entries(values).filter(([name, each]) => isAnswerField(name) && each.some(Boolean));
  return (
    given.every(([name]) => Object.hasOwn(answers, name)) &&
    (["name", "email", "guests", "notes"] as const).every(
      (name) => (kept[name] ?? "") === (values[name]?.[0] ?? "").trim(),
    )
  );
}
