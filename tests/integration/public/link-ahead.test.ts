import { afterAll, beforeEach, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, reset, stop } = await startProviders();
const { runJobs } = await import("../../support/jobs");
const { googleHost } = await import("../../support/synced-calendars");
const { bookAt, writing } = await import("../../support/written-calendars");
const { createEventType } = await import("../../support/factories");
const { loadMeeting } = await import("~/http/meeting-page.server");

beforeEach(reset);
afterAll(stop);

async function booked(given: object = {}) {
  const host = await googleHost(google, { ...writing, ...given });
  const eventType = await createEventType(host.workspace, { owner: host.owner, locationType: "google_meet" });
  return bookAt({ ...host, eventType }, 10);
}

const placeOf = async (uid: string) => (await loadMeeting(new Request("http://localhost/"), uid))!.meeting.place;

it("an invitee is told that a calendar is making the link, until it is there", async () => {
  google.meet.mode = "immediate";
  const { uid } = await booked();
  expect(await placeOf(uid)).toMatchObject({ isLinkMade: true, url: null });
  await runJobs();
  expect(await placeOf(uid)).toMatchObject({ isLinkMade: false, url: expect.stringContaining("meet.google.com") });
});

it("and is not where no calendar takes the booking", async () => {
  const { uid } = await booked({ createEvents: false });
  expect(await placeOf(uid)).toMatchObject({ isLinkMade: false, url: null });
});
