import type { Choices } from "~/domain/event-types/choices";
import { noticeParts } from "~/domain/event-types/typed";
import type { FormEventType } from "./event-type-form";
import { Field, Select } from "./field";
import { Pair } from "./form";

type Props = { eventType: Omit<FormEventType, "id">; choices: Choices };

const units = ["minutes", "hours", "days"].map((value) => ({ value, label: value }));

export function WhenFields({ eventType, choices }: Props) {
  const notice = noticeParts(eventType.minimumNoticeMinutes);
  return (
    <>
      <Pair>
        <Select
          label="Schedule"
          name="schedule_id"
          options={schedules(choices)}
          defaultValue={eventType.scheduleId ?? ""}
          hint="Its weekly hours and other dates."
        />
        <Field
          label="Offer a start every"
          name="slot_interval_minutes"
          optional
          inputMode="numeric"
          unit="minutes"
          hint="Empty: one start after the other."
          defaultValue={eventType.slotIntervalMinutes ?? ""}
        />
      </Pair>
      <Pair>
        <Field
          label="Free time before"
          name="buffer_before"
          inputMode="numeric"
          unit="minutes, 0 to 720"
          defaultValue={eventType.bufferBefore}
        />
        <Field
          label="Free time after"
          name="buffer_after"
          inputMode="numeric"
          unit="minutes, 0 to 720"
          defaultValue={eventType.bufferAfter}
        />
      </Pair>
      <Pair>
        <Field
          label="Notice needed"
          name="minimum_notice_minutes"
          inputMode="numeric"
          defaultValue={notice.count}
          beside={
            <Select
              label="Unit of the notice"
              hideLabel
              name="notice_unit"
              options={units}
              defaultValue={notice.unit}
            />
          }
        />
        <Field
          label="Bookable for the next"
          name="booking_window_days"
          inputMode="numeric"
          unit="days, 1 to 730"
          defaultValue={eventType.bookingWindowDays}
        />
      </Pair>
    </>
  );
}

function schedules({ hosts, schedules }: Choices) {
  const names = new Map(hosts.map((host) => [host.id, host.name]));
  const isTeam = hosts.length > 1;
  return [
    { value: "", label: isTeam ? "Each host’s default" : "Your default" },
    ...schedules.map(({ id, name, hostId }) => ({
      value: id,
      label: name,
      group: isTeam ? names.get(hostId) : undefined,
    })),
  ];
}
