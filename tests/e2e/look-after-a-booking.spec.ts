import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, readMail, signIn, test } from "../support/browser";
import { onDatabase } from "../support/e2e-database";
import { twoHosts } from "../support/two-hosts";

/** A host with a colleague, and a meeting of hers with a guest. Signed in as the host. */
async function hostWithGuest(page: Page) {
  const { owner, colleague, invitee, free, book } = await twoHosts(page, { offers: "Ingrid" });
  const { id } = await book(free[0]!, ["guest@example.com"]);
  await readMail(invitee, /^Confirmed/);
  await signIn(page, owner);
  return { id: id!, invitee, colleague };
}

test("a mail that failed is sent again, a meeting is handed over, and who did not come is noted", async ({ page }) => {
  const { id, invitee, colleague } = await hostWithGuest(page);
  const details = `/booking/bookings/${id}`;
  await onDatabase(
    (sql) => sql`
      update notifications set state = 'failed', last_error = '550 5.1.1 No such mailbox', html = null, text = null, ics = null
      where booking_id = ${id} and kind = 'booking_confirmed_invitee'`,
  );
  await page.goto("/booking");
  await expect(page.getByRole("heading", { name: "1 mail did not arrive" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("link", { name: /^“Confirmed” to Vidya/ }).click();
  await expect(page.getByText("1 mail did not arrive")).toBeVisible();
  await expect(page.getByText("550 5.1.1 No such mailbox")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Mail “Reminder, 24 hours before” to Vidya/ })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("button", { name: /^Send again/ }).click();
  await expect(page.getByRole("status")).toContainText("The mail is on its way again.");
  await expect(page.getByText("1 mail did not arrive")).toHaveCount(0);
  await page.goto("/booking");
  await expect(page.getByRole("heading", { name: "1 mail did not arrive" })).toHaveCount(0);

  await page.goto(details);
  await page.getByRole("link", { name: "Hand over" }).click();
  await page.getByLabel("Reason").fill("On leave that week.");
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose who takes it over.");
  await expect(page.getByLabel("Reason")).toHaveValue("On leave that week.");
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("radio", { name: "Tomás Figueiredo" }).check();
  await page.getByRole("button", { name: "Hand it over" }).click();
  await expect(page).toHaveURL(details);
  await expect(page.getByText("You handed it from Ingrid Halvorsen to Tomás Figueiredo.")).toBeVisible();
  await expect(page.getByText("“On leave that week.”")).toBeVisible();
  expect((await readMail(invitee, /^Now with Tomás/)).text).toContain("On leave that week.");
  await readMail(colleague, /^You now host/);

  await onDatabase(
    (sql) => sql`
      update bookings set start_time = now() - interval '5 minutes', end_time = now() + interval '25 minutes'
      where id = ${id}`,
  );
  await page.goto(details);
  await page.getByLabel("Vidya Raghunathan did not come").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toContainText("Noted as not there: Vidya Raghunathan.");
  await expect(page.getByText("You noted that Vidya Raghunathan did not come.")).toBeVisible();
  await expect(page.getByText("Did not come", { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByLabel("Vidya Raghunathan did not come").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("You took back that Vidya Raghunathan did not come.")).toBeVisible();
});
