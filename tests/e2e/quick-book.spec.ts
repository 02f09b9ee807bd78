import { chooseDay, chooseTime } from "../support/booking";
import { expect, expectFits, expectNoViolations, readMail, signIn, test, uniqueEmail } from "../support/browser";

test("a host books for somebody, and again from that booking", async ({ page }) => {
  await signIn(page);
  const email = uniqueEmail("wanjiru");
  await page.goto("/booking/bookings/new");
  await expect(page.getByRole("heading", { name: "Book for someone" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("link", { name: "Intro call" }).click();
  await chooseDay(page, 11);
  await expectNoViolations(page);
  await expectFits(page);
  await chooseTime(page);

  // The caller is on the phone: their name first, then another time.
  await page.getByLabel("Name").fill("Wanjirũ Kamau");
  await page.getByLabel("Email address").fill("wanjiru@example");
  await page.getByRole("button", { name: "Another time" }).click();
  await expect(page.getByRole("heading", { name: "Book for Wanjirũ Kamau" })).toBeVisible();
  const time = await chooseTime(page);
  await expect(page.getByLabel("Name")).toHaveValue("Wanjirũ Kamau");
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByLabel("Their time zone").selectOption("Africa/Nairobi");
  await page.getByLabel("Their language").selectOption("German");
  await page.getByRole("button", { name: `Book ${time}` }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing was booked.");
  await expect(page.getByLabel("Their time zone")).toHaveValue("Africa/Nairobi");
  await expectNoViolations(page);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: `Book ${time}` }).click();

  await expect(page).toHaveURL(/\/booking\/bookings\/[\w-]{36}$/);
  await expect(page.getByRole("status")).toContainText("Booked:");
  await expect(page.getByText("You booked it for the invitee.")).toBeVisible();
  expect((await readMail(email, /Bestätigt/)).ics).toContain("METHOD:REQUEST");

  const id = page.url().split("/").at(-1);
  await page.goto(`/booking/bookings/new?from=${id}`);
  await expect(page.getByRole("heading", { name: "Book for Wanjirũ Kamau" })).toBeVisible();
  await chooseTime(page);
  await expect(page.getByLabel("Email address")).toHaveValue(email);
  await expect(page.getByLabel("Their time zone")).toHaveValue("Africa/Nairobi");
  await expect(page.getByLabel("Their language")).toHaveValue("de");
});
