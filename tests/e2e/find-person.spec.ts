import { expect, expectNoViolations, signIn, test } from "../support/browser";

test.beforeEach(({ page }) => signIn(page));

test("a host finds somebody who booked before, and what was chosen stays", async ({ page, javaScriptEnabled }) => {
  await page.goto("/booking/settings/members");
  const address = page.getByLabel("Email address");
  await page.getByRole("radio", { name: "Client" }).check();
  if (javaScriptEnabled) {
    await address.pressSequentially("ois");
    const suggested = page.getByRole("option");
    await expect(suggested).toHaveCount(1);
    await expectNoViolations(page);
    await address.press("Escape");
    await expect(suggested).toBeHidden();
    await address.fill("oisi");
    await expect(suggested).toBeVisible();
    await address.press("ArrowDown");
    await expect(suggested).toHaveAttribute("aria-selected", "true");
    await address.press("Enter");
  } else {
    await page.getByText("Find in my contacts").click();
    await page.getByLabel("Who").fill("ois");
    await page.getByLabel("Who").press("Enter");
    await page.getByRole("button", { name: /^Choose/ }).click();
  }
  await expect(address).toHaveValue("oisin@example.org");
  await expect(page.getByRole("radio", { name: "Client" })).toBeChecked();
});
