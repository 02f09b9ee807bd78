import { expect, expectFits, expectNoViolations, signIn, test } from "../support/browser";

test("A host leaves out a region's public holidays, works on one of them, and loses nothing that was typed", async ({
  page,
}) => {
  const name = `Survey ${Date.now()}`;
  const nextYear = new Date().getFullYear() + 1;
  const remove = (day: string) => page.getByRole("button", { name: new RegExp(`^Remove .* ${day} ${nextYear}$`) });
  await signIn(page);
  await page.goto("/booking/event-types/new");
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Show on the public page").uncheck();
  await page.getByLabel("Country").selectOption("Germany");
  await page.getByRole("button", { name: "Show regions" }).click();
  await page.getByLabel("Region").selectOption("Bayern");
  await page.getByRole("button", { name: "Add public holidays" }).click();
  await expect(page.getByText(/^Bayern: \d+ public holidays added\.$/)).toBeVisible();
  await expect(page.getByText("Not saved yet.")).toBeVisible();
  await expect(page.getByText("Epiphany").last()).toBeVisible();
  await remove("6 Jan").click();
  await expect(remove("6 Jan")).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "Good Friday" }).last()).toBeFocused();
  await page.getByLabel("Date", { exact: true }).fill(`${nextYear}-02-01`);
  await page.getByLabel("Name (optional)").fill("Stocktaking");
  await page.getByRole("button", { name: "Leave out" }).click();
  await expect(page.getByText("Stocktaking")).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByLabel("Name", { exact: true }).press("Enter");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await expect(page.getByLabel("Show on the public page")).not.toBeChecked();
  await expect(page.getByText("Stocktaking")).toBeVisible();
  await expect(page.getByText("Corpus Christi").last()).toBeVisible();
  await expect(remove("1 Jan")).toBeVisible();
  await expect(remove("6 Jan")).toHaveCount(0);
});
