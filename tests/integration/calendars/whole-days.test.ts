import { eq } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const providers = await startProviders();
const { arrive, consentAt, hostWithMailboxes, leave } = await import("../../support/connecting");
const { postForm } = await import("../../support/requests");
const choosing = await import("~/routes/booking.calendars.callback");
const { db } = await import("~db/client");
const { calendarConnections } = await import("~db/schema");

afterAll(providers.stop);

it("whole days are the host's own where the provider does not say whose they are", async () => {
  const { owner, email, cookie, microsoft } = await hostWithMailboxes(providers);
  const back = await consentAt(providers.microsoft, await leave(cookie, "microsoft"), { email });
  const { to } = await arrive(back, "microsoft", cookie);
  await postForm(choosing, to!, { blocks: microsoft.defaultCalendar.id }, { cookie });
  const rows = await db.select().from(calendarConnections).where(eq(calendarConnections.userId, owner.id));
  expect(rows.map(({ timezone }) => timezone)).toEqual(["Europe/Oslo"]);
});
