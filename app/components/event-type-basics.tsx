import { locationTypes, sessionLength } from "~/domain/event-types/event-type";
import type { FormEventType } from "./event-type-form";
import { locationNames } from "./event-type-words";
import { Field, Select, TextArea } from "./field";
import { HiddenFields, Pair } from "./form";

type Props = { eventType: Omit<FormEventType, "id"> & { id?: string }; addressStart: string };

const places = locationTypes.map((value) => ({ value, label: locationNames[value] }));

export function BasicsFields({ eventType, addressStart }: Props) {
  const { isSession } = eventType;
  return (
    <>
      <Field label="Name" name="name" defaultValue={eventType.name} maxLength={100} />
      {eventType.isLinkOnly ? (
        <HiddenFields values={{ slug: eventType.slug }} />
      ) : (
        <Field
          label="Address"
          name="slug"
          optional={!eventType.id}
          defaultValue={eventType.slug}
          maxLength={60}
          spellCheck={false}
          autoCapitalize="none"
          hint={`${addressStart}${eventType.id ? "" : "… Leave empty to take it from the name."}`}
        />
      )}
      <TextArea label="Description" name="description" optional defaultValue={eventType.description} maxLength={2000} />
      <Pair>
        <Field
          label="Length"
          name="duration_minutes"
          inputMode="numeric"
          unit={isSession ? `minutes, ${sessionLength.min} to ${sessionLength.max}` : "minutes, 5 to 1440"}
          hint={isSession ? "The usual one. Clients may choose another." : "The usual one, always on offer."}
          defaultValue={eventType.durationMinutes}
        />
        {isSession ? null : (
          <Field
            label="Lengths to choose from"
            name="duration_options"
            optional
            defaultValue={eventType.durationOptions.join(", ")}
            hint="In minutes, like 15, 30, 60. Ten at most."
          />
        )}
      </Pair>
      <Pair>
        <Select label="Where" name="location.type" options={places} defaultValue={eventType.locationType} />
        <Field
          label="Address, number or link"
          name="location.value"
          optional
          defaultValue={eventType.locationValue}
          maxLength={500}
        />
      </Pair>
      <p className="hint -mt-3">
        In person: the address. Phone: the number to call, or nothing and you call the invitee. Zoom: the link, or
        nothing and you send it. Elsewhere: a link or a few words. Meet and Teams: your own link, or nothing, and each
        meeting gets a link of its own where the host’s new bookings go to a Google calendar for Meet, a Microsoft
        calendar for Teams. Without such a calendar the host sends the link.
      </p>
    </>
  );
}
