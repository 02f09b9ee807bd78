import { demo, expect, expectFits, expectNoViolations, test } from "../support/browser";

for (const path of ["/", "/login", "/signup", `/book/${demo.workspace}`]) {
  test(`${path} is a page with one heading, for everybody and on every screen`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    const response = await page.goto(path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectNoViolations(page);
    await expectFits(page);
    expect(complaints).toEqual([]);
  });
}

test("an address that does not exist is a friendly 404", async ({ page }) => {
  const response = await page.goto("/nowhere");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoViolations(page);
});
