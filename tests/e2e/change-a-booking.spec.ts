import { bookMeeting, chooseTime } from "../support/booking";
import { expect, expectFits, expectNoViolations, readMail, test, uniqueEmail } from "../support/browser";

test("an invitee moves a meeting to another time", async ({ page }) => {
  const email = uniqueEmail("vidya");
  await bookMeeting(page, { nth: 7, name: "Vidya Raghunathan", email });
  const meeting = page.url();
  await page.getByRole("link", { name: "Reschedule" }).click();
  await expect(page.locator("#times [aria-current]")).toContainText("the present time");
  await expectNoViolations(page);
  await expectFits(page);
  const time = await chooseTime(page);
  await expectNoViolations(page);
  await page.getByLabel("Reason").fill("A train is late");
  await page.getByRole("button", { name: `Move to ${time}` }).click();

  await expect(page).toHaveURL(meeting);
  await expect(page.getByRole("status")).toContainText("The meeting has moved.");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(time);
  expect((await readMail(email, /Moved/)).text).toContain(time);
  await page.reload();
  await expect(page.getByRole("status")).toHaveCount(0);
});

test("an invitee cancels a meeting with a reason, and books again", async ({ page }) => {
  const email = uniqueEmail("mei");
  await bookMeeting(page, { nth: 8, name: "Mei Tanaka", email });
  const meeting = page.url();
  await page.getByRole("link", { name: "Cancel" }).click();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByLabel("Reason").fill("No longer needed");
  await page.getByRole("button", { name: "Cancel this meeting" }).click();

  await expect(page).toHaveURL(meeting);
  await expect(page.getByRole("status")).toContainText("The meeting is cancelled.");
  await expect(page.getByText("The reason given: No longer needed")).toBeVisible();
  await expect(page.getByRole("link", { name: "Reschedule" })).toHaveCount(0);
  await expectNoViolations(page);
  await readMail(email, /Cancelled/);

  await page.goto(`${meeting}/cancel`);
  await expect(page.getByRole("heading", { name: "This meeting is cancelled already" })).toBeVisible();
  await page.getByRole("link", { name: "Back to the meeting" }).click();
  await page.getByRole("link", { name: "Book again" }).click();
  await expect(page.getByRole("heading", { name: "Intro call" })).toBeVisible();
});

test("keeping a meeting changes nothing", async ({ page }) => {
  await bookMeeting(page, { nth: 9, name: "Ada Okafor", email: uniqueEmail("ada") });
  const meeting = page.url();
  await page.goto(`${meeting}/cancel`);
  await page.getByRole("link", { name: "Keep it" }).click();
  await expect(page).toHaveURL(meeting);
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
});

test("a meeting goes into the invitee's own calendar", async ({ page }) => {
  await bookMeeting(page, { nth: 10, name: "Ada Okafor", email: uniqueEmail("ada") });
  await page.getByText("Add to calendar").click();
  await expect(page.getByRole("link", { name: "Google" })).toHaveAttribute(
    "href",
    /^https:\/\/calendar\.google\.com\//,
  );
  await expect(page.getByRole("link", { name: "Outlook.com" })).toBeVisible();
  await expectNoViolations(page);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Apple and others (.ics)" }).click();
  expect((await downloading).suggestedFilename()).toBe("intro-call.ics");
});
