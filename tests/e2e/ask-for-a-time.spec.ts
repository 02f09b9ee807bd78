import { expect, expectFits, expectNoViolations, readMail, test, uniqueEmail } from "../support/browser";
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
  for (const [reader, subject] of [
    [offer.host, /Vidya Raghunathan/],
    [email, /Ingrid Halvorsen/],
  ] as const) {
    expect((await readMail(reader, subject)).text).toContain("Any Tuesday, after four in the afternoon");
  }
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
