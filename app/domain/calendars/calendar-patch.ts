import { z } from "zod";
import { staleAfterField, type ConnectionPatch } from "./connection";

const yesOrNo = z.boolean("That is true or false.").optional();

/** What `PATCH .../calendars/{id}` takes, with the names inside. */
export const CalendarPatch = z
  .strictObject({
    is_primary: yesOrNo,
    sync_enabled: yesOrNo,
    check_conflicts: yesOrNo,
    create_events: yesOrNo,
    tentative_blocks: yesOrNo,
    stale_after_minutes: staleAfterField.optional(),
    stale_stops_offers: yesOrNo,
  })
  .transform((body) =>
    withoutUnset({
      isPrimary: body.is_primary,
      syncEnabled: body.sync_enabled,
      checkConflicts: body.check_conflicts,
      createEvents: body.create_events,
      tentativeBlocks: body.tentative_blocks,
      staleAfterMinutes: body.stale_after_minutes,
      staleStopsOffers: body.stale_stops_offers,
    }),
  );

/** What a provider's redirect brought, and a program passes on. */
export const AnswerInput = z.strictObject({
  code: z.string("The code is missing.").min(1, "The code is missing.").max(4000, "That is no code."),
  state: z.string("The state is missing.").min(1, "The state is missing.").max(200, "That is no state."),
});

function withoutUnset(patch: ConnectionPatch): ConnectionPatch {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}
