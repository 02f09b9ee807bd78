import { z } from "zod";
import { isUuid, paragraph } from "../fields";
import { mostMeetings, type Choices, type MeetingChoice } from "./left-behind";

const mostEventTypes = 500;

/** A choice is somebody's id, a word, or nothing yet. */
const pairs = z.array(z.tuple([z.string().refine(isUuid).toLowerCase(), z.string().toLowerCase()]));

const Fields = z.object({
  /** For the meetings that have no choice of their own. */
  all: z.string().toLowerCase(),
  /** Whether such a meeting is cancelled where that person cannot take it. */
  otherwise_cancel: z.boolean(),
  message: paragraph("The message", 500),
  meetings: pairs.max(mostMeetings, "Those are too many meetings at once."),
  event_types: pairs.max(mostEventTypes, "Those are too many event types at once."),
});

/** What the form says that settles what a member leaves behind. Nothing is chosen unsaid. */
export const LeftBehindInput = Fields.transform((fields, context): { choices: Choices; message: string } => {
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const meetings = new Map<string, MeetingChoice>();
  const eventTypes: Choices["eventTypes"] = new Map();

  if (fields.all !== "" && !isMeetingChoice(fields.all)) issue("all", "Choose one of these.");
  const isNothingSaid = fields.all === "" && fields.meetings.every(([, said]) => said === "");
  if (isNothingSaid && fields.meetings.length > 1)
    issue("all", "Say what happens to the meetings: here for all of them, or below for each.");
  else
    for (const [id, said] of fields.meetings) {
      const choice = said || fields.all;
      if (isMeetingChoice(choice))
        meetings.set(
          id,
          choice === "cancel" ? null : { to: choice, elseCancel: said === "" && fields.otherwise_cancel },
        );
      else issue(`meeting-${id}`, "Say what happens to this meeting.");
    }

  for (const [id, said] of fields.event_types) {
    if (said === "others") eventTypes.set(id, "by_others");
    else if (said === "off") eventTypes.set(id, "by_nobody");
    else if (isUuid(said)) eventTypes.set(id, { by: said });
    else issue(`event-type-${id}`, "Say who goes on with it, or switch it off.");
  }
  return { choices: { meetings, eventTypes }, message: fields.message };
});

function isMeetingChoice(text: string) {
  return text === "cancel" || isUuid(text);
}
