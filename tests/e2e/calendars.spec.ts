import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, signIn, test } from "../support/browser";
import { e2eInstance } from "../support/e2e-instance";
import { twoHosts } from "../support/two-hosts";

test("a host connects a calendar: it blocks their times, takes their bookings, and is told the truth about", async ({
  page,
}) => {
  const { viewerUrl } = await e2eInstance();
  const { owner, free, book } = await twoHosts(page, { offers: "Ingrid" });
  await signIn(page, owner);
  await page.goto("/booking/calendars");
  await page.getByRole("link", { name: "Connect Google" }).click();
  await page.getByRole("button", { name: "Continue to Google" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("heading", { name: "What these calendars are for" })).toBeVisible();
  await page.getByLabel(/^Family/).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Family" })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/^In sync/)).toHaveCount(2, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expectNoViolations(page);
  await expectFits(page);

  const { id } = await book(free.at(-3)!);
  const own = page.getByRole("row", { name: /Route planning: Vidya Raghunathan/ });
  await expect(async () => {
    await page.goto(viewerUrl);
    await expect(own).toHaveCount(1, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await own.getByRole("button", { name: /An hour later/ }).click();
  await syncAll(page);
  await expect(async () => {
    await page.goto(`/booking/bookings/${id}`);
    await expect(page.getByText(/You moved it to/)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByRole("heading", { name: /^Google event in/ })).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Put the event back" }).click();
  await expect(page.getByText(/You moved it to/)).toHaveCount(0);
});

async function syncAll(page: Page) {
  await page.goto("/booking/calendars");
  const buttons = page.getByRole("button", { name: /^Sync now/ });
  for (let at = 0; at < (await buttons.count()); at++) await buttons.nth(at).click();
}
