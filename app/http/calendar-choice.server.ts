import { z } from "zod";
import { readForm } from "./form.server";
import type { saveChoice } from "~/domain/calendars/choose-calendars.server";

type Refused = Extract<Awaited<ReturnType<typeof saveChoice>>, { ok: false }>;

const calendarId = z.string().max(1024, "There is no such calendar.");
const oneOrNone = calendarId.transform((id) => id || null);

const ChoiceForm = z.object({
  blocks: z.array(calendarId).max(1000, "Those are too many."),
  writesTo: oneOrNone,
  primary: oneOrNone,
  savesContacts: z.boolean(),
});

export function readChoice(request: Request) {
  return readForm(request, ChoiceForm, (form) => ({
    blocks: form.getAll("blocks"),
    writesTo: form.get("writes_to") ?? "",
    primary: form.get("primary") ?? "",
    savesContacts: form.has("saves_contacts"),
  }));
}

/** Why the choice is not saved, and at which field. */
export function choiceRefusal(refused: Refused): { path: string; message: string } {
  switch (refused.reason) {
    case "nothing_chosen":
      return { path: "blocks", message: "Choose one calendar at least, or go back and disconnect the account." };
    case "not_writable":
      return { path: "writes_to", message: "That one is open for reading only. Choose another." };
    case "provider":
      return { path: "", message: refused.failure.said };
    default:
      return { path: "blocks", message: "One of these calendars is not there any more. Look again, and save." };
  }
}
