import type { Booking } from "~/domain/bookings/booking";
import { paths } from "~/paths";
import { Checkbox } from "./choice";
import { Form, Submit } from "./form";

/** Who did not come. Taking a tick away takes it back. */
export function NoShowForm({ booking }: { booking: Booking }) {
  const outsiders = booking.attendees.filter((attendee) => attendee.kind !== "host");
  return (
    <Form action={paths.noShows(booking.id)} className="space-y-4">
      <fieldset>
        <legend className="hint pb-1">Tick who did not come. They are not told.</legend>
        {outsiders.map(({ id, name, isNoShow }) => (
          <Checkbox
            key={id}
            name="absent"
            value={id}
            defaultChecked={isNoShow}
            label={
              <>
                <bdi>{name}</bdi> did not come
              </>
            }
          />
        ))}
      </fieldset>
      <Submit kind="second">Save</Submit>
    </Form>
  );
}
