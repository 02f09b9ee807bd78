import { eq } from "drizzle-orm";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { findBooking } from "~/domain/bookings/bookings.server";
import { Undelivered } from "~/components/undelivered";
import { listNotifications } from "~/domain/notifications/for-booking.server";
import { fail } from "~/domain/notifications/mail-state.server";
import { listUndelivered } from "~/domain/notifications/undelivered.server";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { addMember, createBooking, createEventType, createWorkspace } from "../../support/factories";
import { askForMail, firstTurn, mailAbout } from "../../support/mails";
import { plainMails } from "../../unit/emails/every-mail";

const now = Date.parse("2026-11-18T09:44:00Z");
const hour = 3_600_000;
const clock = { zone: "Europe/Oslo", locale: "en", now };

type Values = Partial<typeof notifications.$inferSelect>;

async function studio() {
  const { workspace, owner } = await createWorkspace();
  const colleague = await addMember(workspace);
  const eventType = await createEventType(workspace, { owner });
  let start = now;
  const book = (hostId: string) => createBooking(eventType, { start: (start += hour), hostId });
  return { workspace, owner, colleague, book };
}

async function mail(booking: Awaited<ReturnType<typeof createBooking>>, values: Values) {
  const { id } = await askForMail("booking_confirmed_invitee", mailAbout(booking));
  const rest = { createdAt: new Date(now), finishedAt: new Date(now + 1000) };
  await db
    .update(notifications)
    .set({ ...rest, ...values })
    .where(eq(notifications.id, id));
  return id;
}

test("what did not arrive is listed newest first, with what came back and how many there are", async () => {
  const { workspace, owner, book } = await studio();
  const booking = await book(owner.id);
  await mail(booking, { state: "failed", recipient: "old@example.org", createdAt: new Date(now - hour) });
  const id = await mail(booking, { state: "bounced", recipient: "new@example.org", lastError: "Sent back." });
  for (const state of ["queued", "sending", "kept", "sent", "skipped"] as const) await mail(booking, { state });
  const wish = { workspaceId: workspace.id, hostId: null, since: now - hour, limit: 10 };
  const { items, total } = await listUndelivered(wish);
  expect(total).toBe(2);
  expect(items[0]).toEqual({
    id,
    bookingId: booking.id,
    kind: "booking_confirmed_invitee",
    recipient: "new@example.org",
    recipientName: "Mei",
    state: "bounced",
    lastError: "Sent back.",
    at: now + 1000,
  });
  expect(items[1]).toMatchObject({ recipient: "old@example.org", state: "failed" });
  expect(await listUndelivered({ ...wish, limit: 1 })).toMatchObject({ items: [items[0]], total: 2 });
  expect(await listUndelivered({ ...wish, since: now })).toMatchObject({ items: [items[0]], total: 1 });
});

test("a host is told of their own bookings only, and a workspace of its own", async () => {
  const { workspace, owner, colleague, book } = await studio();
  const other = await studio();
  await mail(await book(owner.id), { state: "failed" });
  const theirs = await book(colleague.id);
  await mail(theirs, { state: "failed" });
  await mail(await other.book(other.owner.id), { state: "failed" });
  const wish = { workspaceId: workspace.id, hostId: colleague.id, since: 0, limit: 10 };
  expect(await listUndelivered(wish)).toMatchObject({ items: [{ bookingId: theirs.id }], total: 1 });
  expect((await listUndelivered({ ...wish, hostId: null })).total).toBe(2);
});

test("a request for a time that did not reach its host is told to them alone, with whom to write to", async () => {
  const { workspace, owner, colleague } = await studio();
  const payload = plainMails().time_requested_host.payload;
  const about = { workspaceId: workspace.id, recipient: owner.email.toUpperCase(), payload };
  const { id } = await askForMail("time_requested_host", about);
  await fail(firstTurn(id), "550 No such mailbox", now);
  await askForMail("time_requested_invitee", about);
  const wish = { workspaceId: workspace.id, since: 0, limit: 10 };
  const expected = { id, kind: "time_requested_host", lastError: "550 No such mailbox" };
  const asked = { name: "Venkat Raghunathan", email: "v.raghunathan@example.in" };
  for (const hostId of [owner.id, null]) {
    expect(await listUndelivered({ ...wish, hostId })).toMatchObject({ items: [{ ...expected, asked }], total: 1 });
  }
  expect((await listUndelivered({ ...wish, hostId: colleague.id })).total).toBe(0);
  const other = await studio();
  const elsewhere = { ...wish, workspaceId: other.workspace.id, hostId: owner.id };
  expect((await listUndelivered(elsewhere)).total).toBe(0);
  const title = renderToStaticMarkup(
    createElement(Undelivered, { ...(await listUndelivered({ ...wish, hostId: null })), clock }),
  );
  expect(title).toContain('href="mailto:v.raghunathan@example.in"');
});

test("a booking's mails are told with all that is known of them, those to come first", async () => {
  const { owner, book } = await studio();
  const booking = await book(owner.id);
  const known = { providerId: "abc", answer: "Resend says: delivered." };
  const sent = await mail(booking, { state: "sent", attempts: 2, round: 1, ...known });
  const retried = { attempts: 1, lastError: "Slow down.", nextTryAt: new Date(now + hour), finishedAt: null };
  const queued = await mail(booking, { state: "queued", ...retried });
  const mails = await listNotifications((await findBooking(booking.workspaceId, booking.id))!, now);
  expect(mails.map(({ id }) => id)).toEqual([queued, sent]);
  expect(mails[0]).toMatchObject({ ...retried, nextTryAt: now + hour, dueAt: now + hour, answer: null });
  expect(mails[1]).toMatchObject({
    ...known,
    round: 1,
    attempts: 2,
    dueAt: now,
    nextTryAt: null,
    finishedAt: now + 1000,
  });
});

test("is nobody's worry once a later mail of the same booking has reached the same reader", async () => {
  const { workspace, owner, book } = await studio();
  const booking = await book(owner.id);
  const lost = { state: "failed", recipient: "mei@example.org", createdAt: new Date(now - hour) } as const;
  await mail(booking, lost);
  await mail(booking, { state: "sent", recipient: "somebody-else@example.org" });
  const wish = { workspaceId: workspace.id, hostId: null, since: now - 2 * hour, limit: 10 };
  expect((await listUndelivered(wish)).total).toBe(1);
  await mail(booking, { state: "sent", recipient: "mei@example.org" });
  expect((await listUndelivered(wish)).total).toBe(0);
});
