import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes, bookingTemplates, notifications } from "~db/schema";
import { finishBookings } from "~/domain/bookings/finish.server";
import { findEventType } from "~/domain/event-types/event-types.server";
import { loadNotification } from "~/domain/notifications/send.server";
import { writeMail } from "~/emails/mail";
import { createTemplate } from "../../support/links";
import { firstTurn } from "../../support/mails";
import { booked, office } from "../../support/orders";

type Given = { emailFollowupEnabled?: boolean; followupText?: string };
type Asked = Given & { isAsked?: boolean };

const words = { emailFollowupEnabled: true, followupText: "Here is what we promised:\nthe <plans>.\n\nUntil soon" };

/** A meeting of an event type with a template, which it was booked with unless that came later. */
async function meeting(ofTemplate: Asked, emailFollowupEnabled = false) {
  const { isAsked = true, ...given } = ofTemplate;
  const { workspace, owner, eventType } = await office({ emailFollowupEnabled });
  const template = await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, [], given);
  const use = async (templateId: string) => {
    await db.update(bookingEventTypes).set({ templateId }).where(eq(bookingEventTypes.id, eventType.id));
    return (await findEventType(workspace.id, eventType.id))!;
  };
  const booking = await booked(isAsked ? await use(template.id) : eventType);
  if (!isAsked) await use(template.id);
  const other = async (given: Given) =>
    use((await createTemplate({ workspaceId: workspace.id, ownerId: owner.id }, [], given)).id);
  const change = (set: Partial<typeof bookingTemplates.$inferInsert>) =>
    db.update(bookingTemplates).set(set).where(eq(bookingTemplates.id, template.id));
  return { booking, other, change };
}

/** The mails after its end, as they would leave. */
async function mailsAfter({ id, end }: { id: string; end: number }) {
  await finishBookings(end);
  const isFollowup = and(eq(notifications.bookingId, id), eq(notifications.kind, "booking_followup_invitee"));
  const rows = await db.select().from(notifications).where(isFollowup);
  const due = await Promise.all(rows.map((row) => loadNotification(firstTurn(row.id), end)));
  return due.map((each) => writeMail(each!, { appUrl: "https://meet.example", now: end }));
}

const ours = "Thank you for your time.";

describe("the mail after a meeting", () => {
  it("is sent for its template, in the template's words", async () => {
    const { booking } = await meeting(words);
    const [mail, ...more] = await mailsAfter(booking);
    expect(more).toEqual([]);
    expect(mail!.text).toContain("Here is what we promised:\nthe <plans>.\n\nUntil soon\n");
    expect(mail!.html).toContain("Here is what we promised:<br>the &lt;plans&gt;.<br><br>Until soon</p>");
    expect(mail!.text + mail!.html).not.toContain(ours);
  });

  it("has our words where the template has none", async () => {
    const { booking } = await meeting({ emailFollowupEnabled: true });
    expect((await mailsAfter(booking))[0]!.text).toContain(ours);
  });

  it("is sent for its event type, with the template's words where there are some", async () => {
    const { booking } = await meeting({ followupText: "Until soon" }, true);
    expect((await mailsAfter(booking))[0]!.text).toContain("Until soon");
    const { booking: plain } = await meeting({}, true);
    expect((await mailsAfter(plain))[0]!.text).toContain(ours);
  });

  it("is sent only where one of them wants it", async () => {
    const { booking } = await meeting({ followupText: "Until soon" });
    expect(await mailsAfter(booking)).toEqual([]);
  });

  it("has the words as they are when it leaves", async () => {
    const { booking, change } = await meeting(words);
    await change({ followupText: "Other words" });
    expect((await mailsAfter(booking))[0]!.text).toContain("Other words");
  });

  it("is that of the template with which it was booked, whatever its event type asks now", async () => {
    const first = await meeting(words);
    await first.other({ emailFollowupEnabled: false, followupText: "Of another" });
    expect((await mailsAfter(first.booking))[0]!.text).toContain("Until soon");
    const second = await meeting({ emailFollowupEnabled: false });
    await second.other({ emailFollowupEnabled: true, followupText: "Of another" });
    expect(await mailsAfter(second.booking)).toEqual([]);
  });

  it("is that of its event type's template where it was booked without one, or with one that is deleted", async () => {
    const { booking } = await meeting({ ...words, isAsked: false });
    expect((await mailsAfter(booking))[0]!.text).toContain("Until soon");
    const deleted = await meeting(words);
    await deleted.other({ emailFollowupEnabled: true, followupText: "Of another" });
    await deleted.change({ archivedAt: new Date() });
    expect((await mailsAfter(deleted.booking))[0]!.text).toContain("Of another");
  });

  it("is sent no more when its template is deleted", async () => {
    const { booking, change } = await meeting(words);
    await change({ archivedAt: new Date() });
    expect(await mailsAfter(booking)).toEqual([]);
  });
});
