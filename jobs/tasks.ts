import type { JobHelpers, Task } from "graphile-worker";
import { z } from "zod";
import type { TaskName, Tasks } from "~db/queue";
import { forgetExpired } from "~/domain/accounts/forget-expired.server";
import { cancelBookings } from "~/domain/bookings/cancel-bookings.server";
import { finishBookings } from "~/domain/bookings/finish.server";
import { checkDelivery } from "~/domain/notifications/check-delivery.server";
import { remind } from "~/domain/bookings/remind.server";
import { forgetAccount, stopChannels } from "~/domain/calendars/forget-account.server";
import { deliver } from "~/domain/webhooks/deliver.server";
import { saveContact } from "~/domain/calendars/save-contact.server";
import { syncDueCalendars } from "~/domain/calendars/due-calendars.server";
import { syncCalendar } from "~/domain/calendars/sync.server";
import { writeEvent } from "~/domain/calendars/write-event.server";
import { sendNotification } from "./send-notification";

const turn = z.number().int().default(0);

const LeftAccount = z.object({
  workspaceId: z.uuid(),
  accountId: z.uuid(),
  channels: z.array(z.object({ channelId: z.string(), resourceId: z.string().nullable() })),
});

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
  write_calendar_event: task<"write_calendar_event">(
    z.object({ workspaceId: z.uuid(), id: z.uuid(), round: turn }),
    async (event, { logger }) => {
      const failure = await writeEvent(event, Date.now());
      if (failure) logger.warn(`calendar event ${event.id} was not written: ${failure.kind}`);
    },
  ),
  forget_calendar_account: task<"forget_calendar_account">(LeftAccount, (left) => forgetAccount(left, Date.now())),
  stop_calendar_channels: task<"stop_calendar_channels">(LeftAccount, (left) => stopChannels(left, Date.now())),
  save_contact: task<"save_contact">(
    z.object({ workspaceId: z.uuid(), bookingId: z.uuid(), accountId: z.uuid() }),
    async (contact, { logger }) => {
      const failure = await saveContact(contact, Date.now());
      // The queue tries again by itself.
      if (failure?.kind === "later") throw new Error(failure.said);
      if (failure) logger.warn(`the invitee of booking ${contact.bookingId} was not kept: ${failure.kind}`);
    },
  ),
  sync_calendar: task<"sync_calendar">(
    z.object({ workspaceId: z.uuid(), connectionId: z.uuid() }),
    async (calendar, { logger }) => {
      // Why is on the calendar's own page: what a provider says is for its host.
      const result = await syncCalendar(calendar, Date.now());
      if (result === "failed") logger.warn(`calendar ${calendar.connectionId} was not read`);
    },
  ),
  sync_due_calendars: task<"sync_due_calendars">(z.object({}), () => syncDueCalendars(Date.now())),
  deliver_webhook: task<"deliver_webhook">(
    z.object({ workspaceId: z.uuid(), deliveryId: z.uuid(), round: turn }),
    async (due, { logger }) => {
      const failure = await deliver(due, Date.now());
      if (failure) logger.warn(`webhook delivery ${due.deliveryId} did not get through: ${failure}`);
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
