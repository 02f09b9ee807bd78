import { demo, expect, expectFits, expectNoViolations, signIn, test } from "../support/browser";
import { unique } from "../support/unique";

test("an owner makes a team of two, gives it an event type, and finds its public address", async ({ page }) => {
  const slug = `crew-${unique()}`;
  const name = `Survey ${slug}`;
  const eventType = `Visit ${slug}`;
  await signIn(page);
  await page.goto("/booking");
  await page.getByRole("link", { name: "Teams", exact: true }).first().click();
  await page.getByRole("link", { name: "New team" }).click();
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("Maya Lindqvist", { exact: true }).check();
  await page.getByLabel("Anjali Raman", { exact: true }).check();
  await page.getByLabel("Weight of Anjali Raman").fill("two");
  await page.getByRole("button", { name: "Make this team" }).click();

  await expect(page.getByRole("alert")).toContainText("Not saved: 2 fields need another look.");
  await expect(page.getByLabel("Anjali Raman", { exact: true })).toBeChecked();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Weight of Anjali Raman").fill("2");
  await page.getByRole("button", { name: "Make this team" }).click();

  await expect(page.getByRole("status")).toContainText(`“${name}” is made.`);
  await expect(page.getByText("2 members, 0 event types.")).toBeVisible();
  await expect(page.getByLabel("Weight of Anjali Raman")).toHaveValue("2");
  await expectNoViolations(page);
  await expectFits(page);
  const team = page.url();

  await page.getByRole("link", { name: "New event type for this team" }).click();
  await page.getByLabel("Name", { exact: true }).fill(eventType);
  await page.getByLabel("Show on the public page").uncheck();
  await expect(page.getByLabel("Daniel Okonkwo", { exact: true })).not.toBeChecked();
  await page.getByRole("button", { name: "Make this event type" }).click();
  await page.goto(team);
  await expect(page.getByLabel(`Address of ${eventType} with this team`)).toHaveValue(
    new RegExp(`/book/${demo.workspace}/visit-${slug}/team/${slug}$`),
  );

  await page.getByRole("link", { name: "Delete…" }).click();
  await expect(page.getByRole("heading", { name: `“${name}” stays for now` })).toBeVisible();
  await page.goto("/booking/teams");
  await expect(page.getByRole("row", { name }).getByRole("cell").first()).toHaveText("Anjali Raman, Maya Lindqvist");
  await expectNoViolations(page);
  await expectFits(page);
});
