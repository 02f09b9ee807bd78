import type { JobHelpers, Task } from "graphile-worker";
import { z } from "zod";
import type { TaskName, Tasks } from "~db/queue";
import { forgetExpired } from "~/domain/accounts/forget-expired.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { remind } from "~/domain/bookings/remind.server";
import { sendNotification } from "./send-notification";

/** Every job: what it is given, and the one deed that it does. Each is safe to run twice. */
export const tasks = {
  send_notification: task<"send_notification">(z.object({ notificationId: z.uuid() }), ({ notificationId }, { job }) =>
    sendNotification(notificationId, { now: Date.now(), isLastTry: job.attempts >= job.max_attempts }),
  ),
  remind: task<"remind">(z.object({ workspaceId: z.uuid(), bookingId: z.uuid() }), (about) =>
    remind(about, Date.now()),
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
