import type { FormEventType } from "./event-type-form";
import { assignmentNames, changeWords, lengthWords, locationNames } from "./event-type-words";
import { Facts } from "./facts";
import { Section, Sheet } from "./page";

/** For members who may read it only. */
export function EventTypeFacts({ eventType, template }: { eventType: FormEventType; template?: string }) {
  const { locationType, locationValue, assignmentType } = eventType;
  const place = [locationNames[locationType], locationValue].filter(Boolean).join(": ");
  return (
    <Sheet>
      <Section title="Settings" aside="Only its owner, or an owner or admin of the workspace, changes them.">
        <Facts
          items={[
            { label: "About", value: eventType.description },
            { label: "Length", value: lengthWords(eventType) },
            { label: "Where", value: place },
            { label: "Who", value: eventType.members.map((member) => member.name).join(", ") },
            { label: "Found by", value: assignmentType ? assignmentNames[assignmentType] : "" },
            { label: "Questions", value: template ? <bdi>{template}</bdi> : null },
            { label: "Notice", value: `${eventType.minimumNoticeMinutes} minutes` },
            { label: "Bookable for", value: `the next ${eventType.bookingWindowDays} days` },
            { label: "Invitees", value: changeWords(eventType) },
          ]}
        />
      </Section>
    </Sheet>
  );
}
