import { expect, expectFits, expectNoViolations, readMail, signIn, test, uniqueEmail } from "../support/browser";

test("a host picks times in two weeks for one person, and sees the address once", async ({ page }) => {
  await signIn(page);
  const email = uniqueEmail("wolfgang");
  await page.goto("/booking/links/one-time/new");
  await page.getByLabel("Name").fill("Wolfgang Amadeus Freiherr von Hohenstein-Wittgenbach");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Event type or link").selectOption({ label: "Intro call" });
  await page.getByRole("button", { name: "Pick times" }).click();
  const boxes = page.locator("input[name=slot][type=checkbox]");
  await expect(boxes.first()).toBeVisible();
  await page.getByRole("button", { name: "Later week" }).click();
  await boxes.nth(2).check();
  await page.getByRole("button", { name: "Later week" }).click();
  await expect(page.getByRole("heading", { name: "1 time picked" })).toBeVisible();
  await boxes.nth(4).check();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Earlier week" }).click();
  await expect(page.getByRole("heading", { name: "2 times picked" })).toBeVisible();
  await expect(boxes.nth(2)).toBeChecked();
  await page.getByLabel("Send it by mail to them").check();
  await page.getByRole("button", { name: "Make the link" }).click();

  await expect(page.getByRole("status")).toContainText("The link is made");
  const address = await page.getByLabel(/^For Wolfgang/).inputValue();
  await expectNoViolations(page);
  await expectFits(page);
  expect((await readMail(email)).text).toContain(address);
  await page.reload();
  await expect(page.getByText("It was shown once")).toBeVisible();
  await expect(page.getByText(address)).toHaveCount(0);
  await expect(page.locator("dd li")).toHaveCount(2);

  await page.getByRole("link", { name: "Revoke" }).click();
  await page.getByRole("link", { name: "Keep it" }).click();
  await page.getByRole("link", { name: "New address" }).click();
  await page.getByRole("button", { name: "Only show it to me" }).click();
  expect(await page.getByLabel(/^For Wolfgang/).inputValue()).not.toBe(address);
});
