import { z } from "zod";
import { momentMs, SlotsQuery } from "~/domain/availability/slots-query";
import { momentField, zoneField } from "~/domain/fields";
import { isoInstant } from "~/domain/time";
import { operation } from "../api.server";
import { withEtag } from "../etag.server";
import { invalid } from "../problem.server";
import { successOf } from "./envelope.server";
import { requireBookable } from "./event-types.server";
import { numberText } from "./fields";
import { byDate, readStarts } from "./slots.server";

// As many dates may be an hour longer where clocks go back.
const mostMs = (62 * 24 + 3) * 3_600_000;

const Slots = z.record(z.iso.date(), z.array(z.strictObject({ time: z.iso.datetime() })));

export const plainSlots = operation({
  auth: "none",
  summary: "List free slots",
  description: "By their dates in `timezone`; dates without any are left out. At most 62 days at once.",
  query: z.object({
    event_type_id: numberText,
    start_time: momentField.describe("An instant, or a date in `timezone`."),
    end_time: momentField.describe("An instant, or a date in `timezone` with its last moment."),
    timezone: zoneField.default("UTC"),
    duration: SlotsQuery.shape.duration.describe("In minutes, one of those on offer; the usual one if left out."),
  }),
  answers: { 200: successOf(z.strictObject({ slots: Slots })) },
  refusals: [404],
  hasEtag: true,
  async handle({ request, query, now }) {
    const { timezone, duration: durationMinutes } = query;
    const from = momentMs(query.start_time, timezone, "start");
    const to = momentMs(query.end_time, timezone, "end");
    if (from >= to) return invalid([{ path: "end_time", message: "end_time is before start_time." }]);
    if (to - from > mostMs) return invalid([{ path: "end_time", message: "62 days at most." }]);
    const eventType = await requireBookable({ id: query.event_type_id });
    const { starts } = await readStarts({ eventType, durationMinutes, range: { from, to }, now }, "duration");
    const slots = byDate(starts, timezone, (start) => ({ time: isoInstant(start) }));
    return withEtag(request, { status: "success", data: { slots } });
  },
});
