import { chooseTime } from "../support/booking";
import { expect, expectFits, expectNoViolations, test } from "../support/browser";
import { makeOffer } from "../support/offers";

test("until when a meeting can be changed stands on its page, and a reason is asked for", async ({ page }) => {
  const policy = { cancel_notice_hours: 24, reschedule_notice_hours: 24, requires_reason: true };
  const meeting = await (await makeOffer(page, policy)).book();
  await page.goto(meeting);
  await expect(page.getByText(/^You can reschedule or cancel until .+\(London time\)\./)).toBeVisible();
  await expect(page.getByText("reply to the confirmation mail: Ingrid Halvorsen reads it")).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(page.getByText("(optional)")).toHaveCount(0);
  await page.getByRole("button", { name: "Cancel this meeting" }).click();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await expect(page.getByLabel("Reason")).toHaveAccessibleDescription(/Say why/);
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByLabel("Reason").fill("No longer needed");
  await page.getByRole("button", { name: "Cancel this meeting" }).click();
  await expect(page.getByRole("status")).toContainText("The meeting is cancelled.");
});

test("moving without a reason that is required keeps the new time", async ({ page }) => {
  const meeting = await (await makeOffer(page, { requires_reason: true })).book();
  await page.goto(`${meeting}/reschedule`);
  const time = await chooseTime(page);
  const move = page.getByRole("button", { name: `Move to ${time}` });
  await move.click();
  await expect(page.getByLabel("Reason")).toBeFocused();
  await expectNoViolations(page);
  await page.getByLabel("Reason").fill("A train is late");
  await move.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(time);
});

test("the time that a meeting has is marked, and cannot be chosen as a new one", async ({ page }) => {
  const meeting = await (await makeOffer(page)).book();
  await page.goto(`${meeting}/reschedule`);
  const marked = page.locator("#times [aria-current]");
  await expect(marked).toContainText("now");
  await expect(marked).toContainText("the present time");
  await expect(page.locator("#times a[aria-current]")).toHaveCount(0);
  await expect(page.locator("table [aria-current=date]")).toContainText("the present day");
  await expectNoViolations(page);
  await expectFits(page);
});

test("where it cannot be changed there are no links, and every old one explains itself", async ({ page }) => {
  const offer = await makeOffer(page, { invitee_may_cancel: false, reschedule_notice_hours: 24 * 60 });
  const meeting = await offer.book();
  await page.goto(meeting);
  await expect(page.getByText("It cannot be cancelled here.")).toBeVisible();
  await expect(page.getByText(/It can be rescheduled here until .+, and that has passed\./)).toBeVisible();
  await expect(page.getByRole("link", { name: /^(Reschedule|Cancel)$/ })).toHaveCount(0);

  for (const [path, title] of [
    ["cancel", "This meeting cannot be cancelled here"],
    ["reschedule", "It is too late to reschedule here"],
    ["reschedule?time=2026-01-01T10:00:00Z", "It is too late to reschedule here"],
  ] as const) {
    expect((await page.goto(`${meeting}/${path}`))?.status()).toBe(200);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.locator("main form")).toHaveCount(0);
    await expectNoViolations(page);
    await expectFits(page);
  }
  await page.goto(`${meeting}/cancel?lang=de`);
  await expect(page.getByRole("heading", { name: "Dieser Termin lässt sich hier nicht absagen" })).toBeVisible();
});
