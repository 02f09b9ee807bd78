import { expect, expectFits, expectNoViolations, signIn, test } from "../support/browser";

test("a host asks why a time is not offered, of a day, of a start, and of a time that is none", async ({ page }) => {
  await signIn(page);
  await page.goto("/booking/availability");
  await page.getByRole("link", { name: "Why is a time not offered?" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Why is a time not offered?" })).toBeVisible();

  await page.getByLabel("Event type").selectOption({ label: "Project advice" });
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(page.getByLabel("Host or team")).toBeVisible();
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("row").locator("[aria-current]")).toHaveCount(1);
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByLabel("Host or team").selectOption({ label: "You" });
  await page.getByLabel("Time").fill("3:07");
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(page.getByRole("heading", { name: "03:07 is not offered: it is outside your hours." })).toBeVisible();
  await expect(page.getByText("The API gives the reason outside_hours.")).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByLabel("Time").fill("noon");
  await page.getByRole("button", { name: "Explain" }).click();
  await expect(page.getByText("That is not a time. It looks like 09:30.")).toBeVisible();
  await expect(page.getByLabel("Time")).toHaveValue("noon");
  await expectNoViolations(page);
});
