import { expect, expectFits, expectNoViolations, readMail, signIn, test, uniqueEmail } from "../support/browser";
import { onDatabase } from "../support/e2e-database";
import { makeOffer } from "../support/offers";

test("whom no time suits asks for one, and the host gets it by mail", async ({ page }) => {
  const offer = await makeOffer(page);
  const email = uniqueEmail("vidya");
  await page.goto(offer.page);
  await page.getByRole("link", { name: "No time fits? Ask for one" }).click();
  await page.getByLabel("Name").fill("Vidya Raghunathan");
  await page.getByLabel("Email address").fill("vidya@example,in");
  await page.getByLabel("Time zone").selectOption("Asia/Kolkata");
  await page.getByRole("button", { name: "Send this request" }).click();
  const wish = page.getByLabel("When would it suit you?");
  await expect(wish).toBeFocused();
  await expect(wish).toHaveAccessibleDescription(/Say when it would suit you\./);
  await expect(page.getByLabel("Time zone")).toHaveValue("Asia/Kolkata");
  await expect(page.getByLabel("Name")).toHaveValue("Vidya Raghunathan");
  await expectNoViolations(page);

  await wish.fill("Any Tuesday, after four in the afternoon");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send this request" }).click();
  await expect(page.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your request is on its way" })).toBeVisible();
  expect(page.url()).not.toContain("vidya");
  await expectNoViolations(page);
  expect((await readMail(offer.host, /Vidya Raghunathan/)).text).toContain("Any Tuesday, after four in the afternoon");
  expect((await readMail(email, /Ingrid Halvorsen/)).text).not.toContain("Any Tuesday");
});

test("where nothing is free the way to ask is the first thing to press", async ({ page }) => {
  const dates = Array.from({ length: 12 }, (_, ahead) => new Date(Date.now() + (ahead - 1) * 86_400_000));
  const excluded_dates = dates.map((date) => date.toISOString().slice(0, 10));
  const offer = await makeOffer(page, { booking_window_days: 7, excluded_dates });
  await page.goto(`${offer.page}?lang=de`);
  await expectNoViolations(page);
  await page.getByRole("link", { name: "Nach einer Zeit fragen" }).click();
  await expect(page.getByLabel("Wann würde es Ihnen passen?")).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
});

test("an event type that takes no requests says so", async ({ page }) => {
  const offer = await makeOffer(page, { takes_time_requests: false });
  await page.goto(offer.page);
  await expect(page.getByRole("heading", { name: "Route planning" })).toBeVisible();
  await expect(page.getByRole("link", { name: "No time fits? Ask for one" })).toHaveCount(0);
  expect((await page.goto(`${offer.page}/ask`))?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "This meeting takes no requests" })).toBeVisible();
  await expectNoViolations(page);
});

test("whoever asks again and again is told when to go on, and loses nothing", async ({ page }) => {
  const offer = await makeOffer(page);
  const email = uniqueEmail("vidya");
  for (let times = 1; times <= 4; times++) {
    await page.goto(`${offer.page}/ask?name=Vidya&email=${email}`);
    await page.getByLabel("When would it suit you?").fill(`Wish number ${times}`);
    await page.getByRole("button", { name: "Send this request" }).click();
  }
  await expect(page.getByText("This address has asked 3 times within an hour.")).toBeVisible();
  await expect(page.getByLabel("When would it suit you?")).toHaveValue("Wish number 4");
  await expectNoViolations(page);
});

test("a request whose mail did not reach the host stands on their page, with whom to write to", async ({ page }) => {
  const offer = await makeOffer(page);
  const email = uniqueEmail("vidya");
  await page.goto(`${offer.page}/ask?name=Vidya&email=${email}`);
  await page.getByLabel("When would it suit you?").fill("Any Tuesday");
  await page.getByRole("button", { name: "Send this request" }).click();
  await readMail(offer.host, /Vidya/);
  await onDatabase(
    (sql) => sql`
      update notifications set state = 'failed', last_error = '550 5.1.1 No such mailbox', html = null, text = null
      where recipient = ${offer.host} and kind = 'time_requested_host'`,
  );
  await signIn(page, { email: offer.host, password: offer.password });
  await page.goto("/booking");
  await expect(page.getByRole("heading", { name: "1 mail did not arrive" })).toBeVisible();
  await expect(page.getByText("Vidya asked for a time, and you did not get the mail.")).toBeVisible();
  await expect(page.getByRole("link", { name: email })).toHaveAttribute("href", `mailto:${email}`);
  await expectNoViolations(page);
  await expectFits(page);
});
