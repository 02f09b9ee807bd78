import { expect, expectFits, expectNoViolations, signIn, test, uniqueEmail } from "../support/browser";
import { makeOffer } from "../support/offers";

test("whom one will meet is not said before it is booked where the event type says so", async ({ page }) => {
  const offer = await makeOffer(page, { description: "What we can fly, and when." });
  const workspace = offer.page.split("/").slice(0, 3).join("/");
  const named = async (path: string) => (await (await page.request.get(path)).text()).includes("Ingrid");
  const time = await page.goto(offer.page).then(() => page.locator("a[href*='time=']").first().getAttribute("href"));
  const pages = [offer.page, time!, `${offer.page}/ask`, `${offer.page}/ask?sent=1`, workspace];
  const all = pages.flatMap((path) =>
    ["en", "de"].map((lang) => `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`),
  );
  expect(await named(all[0]!)).toBe(true);

  await signIn(page, { email: offer.host, password: offer.password });
  await page.goto("/booking/event-types");
  await page.getByRole("link", { name: "Route planning" }).first().click();
  await page.getByLabel("Show on the booking page who will be met").uncheck();
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.context().clearCookies();
  expect(await Promise.all(all.map(named))).toEqual(all.map(() => false));

  await page.goto(`${offer.page}?timezone=Asia/Kolkata&lang=en`);
  await expect(page.getByText("One person", { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.goto(time!);
  await page.getByLabel("Name").fill("Vidya Raghunathan");
  await page.getByLabel("Email address").fill(uniqueEmail("vidya"));
  await page.getByRole("button", { name: /^Book/ }).click();
  await expect(page.getByText("Ingrid Halvorsen").first()).toBeVisible();
});
