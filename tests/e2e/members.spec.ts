import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, readMail, signIn, test } from "../support/browser";
import { twoHosts } from "../support/two-hosts";

/** An owner, and a member of whom a guest booked two meetings. Signed in as the owner. */
async function busyMember(page: Page) {
  const { owner, invitee, free, book } = await twoHosts(page, { offers: "Tomás" });
  for (const start of free.slice(0, 2)) await book(start);
  await signIn(page, owner);
  return invitee;
}

test("an owner deactivates a member, hands over one of their meetings and cancels the other", async ({ page }) => {
  const invitee = await busyMember(page);
  await page.goto("/booking/settings/members");
  await page.getByRole("link", { name: "Change Tomás Figueiredo" }).click();
  await page.getByRole("link", { name: "Deactivate…" }).click();
  await expect(page.getByRole("heading", { name: "2 meetings to come" })).toBeVisible();
  await page.getByLabel("Message").fill("Tomás has left us.");
  await page.getByRole("button", { name: "Do all this and deactivate them" }).click();
  await expect(page.getByRole("alert")).toContainText("Not everything is settled yet.");
  await expect(page.getByLabel("Message")).toHaveValue("Tomás has left us.");
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByLabel("Route planning").selectOption({ label: "Nobody: switch it off" });
  await page.getByLabel("All of these meetings").selectOption({ label: "You, free for 2 of 2" });
  await page
    .getByLabel(/^What happens to/)
    .nth(1)
    .selectOption({ label: "Cancel it" });
  await page.getByRole("button", { name: "Do all this and deactivate them" }).click();
  await expect(page.getByRole("status")).toContainText("1 meeting was handed over, and 1 was cancelled.");
  await expect(page.getByRole("row", { name: /Tomás Figueiredo/ })).toContainText("Deactivated");
  await expectNoViolations(page);
  expect((await readMail(invitee, /^Cancelled/)).text).toContain("Tomás has left us.");

  await page.getByRole("link", { name: "Change Tomás Figueiredo" }).click();
  await page.getByRole("link", { name: "Reactivate…" }).click();
  await page.getByRole("button", { name: "Reactivate them" }).click();
  await expect(page.getByRole("status")).toContainText("Tomás Figueiredo is active again.");
});
