import { expect, expectFits, expectNoViolations, signIn, test, uniqueEmail } from "../support/browser";

test("somebody joins as a client and asks for a session, and the coach says yes", async ({ page, browser }) => {
  await page.goto("/join/acme-corp");
  await page.getByLabel("Name").fill("Adaeze Obi");
  await page.getByLabel("Email address").fill(uniqueEmail("adaeze"));
  await page.getByLabel("Password").fill("seven-lamps-and-a-buoy");
  await page.getByRole("button", { name: "Create account and join" }).click();
  await expect(page.getByRole("status")).toContainText("You are a client of Acme Corp now.");
  await expectNoViolations(page);

  await page.getByRole("link", { name: "Choose a time with Maya Lindqvist" }).click();
  await page.getByRole("link", { name: "45 min", exact: true }).click();
  await page.getByText("Another length").click();
  await page.getByLabel("Length").fill("9");
  await page.getByRole("button", { name: "Show times" }).click();
  await expect(page.getByText("A session takes 15 to 480 minutes.")).toBeVisible();
  await page.getByLabel("Length").fill("25");
  await page.getByRole("button", { name: "Show times" }).click();
  await expectFits(page);
  await expectNoViolations(page);
  // Others book Maya's nearest days.
  await page.locator("a[rel=next]").click();
  await page
    .getByRole("link", { name: /times free$/ })
    .last()
    .click();
  await page.locator("a.time[href*='time=']").last().click();
  await page.getByLabel("Note").fill("Where do I put the arrow?");
  await page.getByRole("button", { name: /^Ask for / }).click();
  await expect(page.getByRole("status")).toContainText("Asked for: ");
  const row = page.getByRole("row", { name: /Maya Lindqvist/ });
  await expect(row).toContainText("25 min");
  await expect(row).toContainText("Waiting for Maya Lindqvist");
  await expectNoViolations(page);
  await expectFits(page);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const coach = await context.newPage();
  await signIn(coach);
  await coach.goto("/booking/bookings?q=Adaeze");
  await expect(coach.getByRole("row", { name: /Adaeze Obi/ })).toContainText("25 min");
  await coach
    .getByRole("link", { name: /with Adaeze Obi/ })
    .first()
    .click();
  await coach.getByRole("button", { name: "Confirm" }).click();
  await context.close();

  await page.goto("/sessions");
  await expect(row).toContainText("Confirmed");
  await row.getByRole("link", { name: /^Cancel/ }).click();
  await page.getByRole("button", { name: /cancel/i }).click();
  await page.getByRole("link", { name: "All your sessions" }).click();
  await page.getByRole("link", { name: "Cancelled" }).click();
  await expect(row).toContainText("Cancelled");
});
