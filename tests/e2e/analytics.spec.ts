import { expect, expectFits, expectNoViolations, signIn, test } from "../support/browser";

test("a host looks at a week of one event type, and is told which dates make no period", async ({ page }) => {
  await signIn(page);
  await page.goto("/booking/analytics");
  await expect(page.getByRole("img", { name: /^Views a day, .* in all\. Most on/ })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByLabel("Event type or link").selectOption({ label: "Intro call" });
  await page.getByLabel("Period").selectOption({ label: "Last 7 days" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/period=7/);
  const ways = page.getByRole("table", { name: "Views and bookings by link and event type" });
  await expect(ways.getByRole("rowheader", { name: "Intro call" })).not.toHaveCount(0);
  await expect(ways.getByRole("rowheader", { name: "Workshop visit" })).toHaveCount(0);

  await page.getByText("Other dates").click();
  await page.getByLabel("From").fill("2026-05-05");
  await page.getByLabel("To", { exact: true }).fill("2026-05-04");
  await page.getByRole("button", { name: "Show these dates" }).click();
  await expect(page.getByText("The period ends before it begins.")).toBeVisible();
  await expect(page.getByLabel("From")).toHaveValue("2026-05-05");
  await expectNoViolations(page);
});
