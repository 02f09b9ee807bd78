import { expect, expectFits, expectNoViolations, signIn, test, uniqueEmail } from "../support/browser";

test("a host finds when two are free, and books it for an invitee", async ({ page }) => {
  await signIn(page);
  await page.goto("/booking/team-calendar");
  await expect(page.getByRole("heading", { level: 1, name: "Team calendar" })).toBeVisible();
  // The two projects share the hosts, so each takes a week of its own.
  const weeks = test.info().project.name === "javascript" ? 2 : 3;
  for (let turn = 0; turn < weeks; turn++) await page.getByRole("link", { name: "Later week" }).click();
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByLabel("Free long enough for").selectOption({ label: "Project advice, 30 min" });
  await page.getByText("Only some of 3 people").click();
  await page.getByLabel("Maya Lindqvist").check();
  await page.getByLabel("Daniel Okonkwo").check();
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { name: "Both are free" })).toBeVisible();
  await page.getByRole("link", { name: "Same week as a list" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);

  await page
    .getByRole("link", { name: /^Book / })
    .first()
    .click();
  await expect(page.getByText("You and Daniel Okonkwo")).toBeVisible();
  await page.getByLabel("Name").fill("Tāne Māhuta");
  await page.getByLabel("Email address").fill(uniqueEmail("tane"));
  await page.getByRole("button", { name: /^Book \d/ }).click();
  await expect(page.getByRole("status")).toContainText(
    /Booked: .* for Tāne Māhuta with (Maya Lindqvist|Daniel Okonkwo)/,
  );
});
