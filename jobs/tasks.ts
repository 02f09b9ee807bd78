import type { JobHelpers, Task } from "graphile-worker";
import { z } from "zod";
import type { TaskName, Tasks } from "~db/queue";
import { forgetExpired } from "~/domain/accounts/forget-expired.server";
import { cancelBookings } from "~/domain/bookings/cancel-bookings.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { checkDelivery } from "~/domain/notifications/check-delivery.server";
import { remind } from "~/domain/bookings/remind.server";
import { sendNotification } from "./send-notification";

const turn = z.number().int().default(0);

/** Every job: what it is given, and the one deed that it does. Each is safe to run twice. */
export const tasks = {
  send_notification: task<"send_notification">(
    z.object({ notificationId: z.uuid(), round: turn, attempt: turn }),
    async (due, { logger }) => {
      const loss = await sendNotification(due, Date.now());
      // The mail server's own words mostly repeat the recipient's address. They are on the booking.
      if (loss) logger.warn(`mail ${due.notificationId} did not get through: ${loss}`);
    },
  ),
  check_delivery: task<"check_delivery">(z.object({ notificationId: z.uuid(), round: turn }), (about) =>
    checkDelivery(about, Date.now()),
  ),
  remind: task<"remind">(z.object({ workspaceId: z.uuid(), bookingId: z.uuid(), at: z.number().default(0) }), (about) =>
    remind(about, Date.now()),
  ),
  cancel_bookings: task<"cancel_bookings">(
    z.object({ workspaceId: z.uuid(), cancellationId: z.uuid() }),
    async (about, { logger }) => {
      const failures = await cancelBookings(about, Date.now());
      for (const { bookingId, error } of failures) logger.error(`booking ${bookingId} was not cancelled`, { error });
    },
  ),
  finish_bookings: task<"finish_bookings">(z.object({}), () => finishBookings(Date.now())),
  forget_expired: task<"forget_expired">(z.object({}), () => forgetExpired(Date.now())),
} satisfies Record<TaskName, Task>;

function task<Name extends TaskName>(
  schema: z.ZodType<Tasks[Name]>,
  run: (payload: Tasks[Name], helpers: JobHelpers) => Promise<void>,
): Task {
  return (payload, helpers) => run(schema.parse(payload), helpers);
}
