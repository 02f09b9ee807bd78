import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, readMail, signIn, test, uniqueEmail } from "../support/browser";
import { unique } from "../support/unique";

/** A host of their own for each test, with two meetings and one request on one day. */
async function busyHost(page: Page) {
  const who = { email: uniqueEmail("host"), password: "seven-lamps-and-a-buoy" };
  const name = "Ingrid Halvorsen";
  const signedUp = await send(page, "/api/v1/auth/register", { ...who, name, timezone: "Europe/Oslo" });
  const headers = { Authorization: `Bearer ${signedUp.access_token}` };
  const slug = `survey-${unique()}`;
  await send(page, "/api/v1/workspaces", { name: "Northlight", slug }, headers);
  const eventTypes = `/api/v1/workspaces/${slug}/booking/event-types`;
  const made = await send(page, eventTypes, { name: "Route planning", duration_minutes: 30 }, headers);
  const asked = { name: "Harbour visit", duration_minutes: 30, requires_confirmation: true };
  const asking = await send(page, eventTypes, asked, headers);
  const offer = (which: Record<string, string>) => `/api/v1/public/book/${slug}/${which.slug}`;
  const starts = await oneDay(page, offer(made));
  const [siobhan, mei, tariq] = [uniqueEmail("siobhan"), uniqueEmail("mei"), uniqueEmail("tariq")];
  const timezone = "Asia/Kolkata";
  await send(page, `${offer(made)}/book`, { start: starts[0], name: "Siobhán Ní Chonchúir", email: siobhan, timezone });
  await send(page, `${offer(made)}/book`, {
    start: starts[2],
    name: "=Mei Tanaka",
    email: mei,
    timezone,
    notes: "Skerries",
  });
  await send(page, `${offer(asking)}/book`, { start: starts[4], name: "Tariq Aziz", email: tariq, timezone });
  await signIn(page, who);
  return { date: starts[0]!.slice(0, 10), siobhan, mei, tariq };
}

/** The starts of the first day with many. */
async function oneDay(page: Page, address: string) {
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const answer = await page.request.get(`${address}/slots?from=${date(2)}&to=${date(12)}&timezone=Europe/Oslo`);
  const { slots } = (await answer.json()) as { slots: { start: string }[] };
  return slots.map(({ start }) => start).filter((start) => start.startsWith(slots[0]!.start.slice(0, 10)));
}

async function send(page: Page, path: string, data: object, headers: Record<string, string> = {}) {
  const answer = await page.request.post(path, { data, headers });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Record<string, string>;
}

test("a day is cancelled with one message", async ({ page }) => {
  const { date, siobhan, mei, tariq } = await busyHost(page);
  await page.goto(`/booking/bookings?from=${date}`);
  await page.getByRole("link", { name: "Cancel a day…" }).click();
  await expect(page.getByLabel("Day")).toHaveValue(date);
  await expect(page.getByRole("checkbox")).toHaveCount(3);
  await expectNoViolations(page);
  await expectFits(page);

  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByLabel("Reason").fill("The harbour is closed.");
  await page.getByRole("button", { name: "Cancel the ticked meetings" }).click();
  await expect(page.getByRole("alert")).toContainText("Tick the meetings that are to be cancelled.");
  await expect(page.getByLabel("Reason")).toHaveValue("The harbour is closed.");
  await expectNoViolations(page);

  await page.getByRole("checkbox", { name: /Siobhán/ }).check();
  await page.getByRole("checkbox", { name: /Tariq/ }).check();
  await page.getByRole("button", { name: "Cancel the ticked meetings" }).click();
  await expect(page).toHaveURL(/\/cancel-day\/[0-9a-f-]{36}/);
  // The page refreshes itself until it is through, also without JavaScript.
  await expect(page.getByRole("heading", { name: "2 meetings are cancelled" })).toBeVisible();
  await expect(page.getByText("The harbour is closed.")).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  expect((await readMail(siobhan, /^Cancelled/)).text).toContain("The harbour is closed.");
  expect((await readMail(tariq, /^Declined/)).text).toContain("The harbour is closed.");

  await page.goto("/booking/bookings");
  await expect(page.getByRole("link", { name: /with =Mei/ })).toHaveCount(1);
  await expect(page.getByRole("link", { name: /with Siobhán/ })).toHaveCount(0);
  await readMail(mei, /^Confirmed/);
});

test("what a filter leaves is exported as a file", async ({ page }) => {
  await busyHost(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/booking/bookings");
  await page.getByText("Search and filter").click();
  await page.getByLabel("Name, email or note").fill("skerries");
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("Only “skerries”.")).toBeVisible();
  await expect(page.getByLabel("Name, email or note")).toBeHidden();
  await expectNoViolations(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^bookings-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  const [head, row, ...rest] = text.split("\r\n");
  expect(head).toMatch(/^\uFEFFStart \(UTC\),/);
  expect(row).toContain(",Route planning,Ingrid Halvorsen,'=Mei Tanaka,");
  expect(rest).toEqual([""]);
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(page.getByRole("link", { name: / with / })).toHaveCount(3);
});

test("progress that is not there, or somebody else's, is not shown", async ({ page }) => {
  await busyHost(page);
  const response = await page.goto("/booking/bookings/cancel-day/6f9619ff-8b86-4d01-b42d-00c04fc964ff");
  expect(response?.status()).toBe(404);
  await expectNoViolations(page);
});

test("a button shows that it works when the answer takes longer than a second, and sends once without scripts", async ({
  page,
}) => {
  let sent = 0;
  await page.route("**/login", async (route) => {
    if (route.request().method() === "POST") {
      sent++;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
    await route.continue();
  });
  await page.goto("/login");
  await page.getByLabel("Email").fill("nobody@example.com");
  await page.getByLabel("Password", { exact: true }).fill("seven-lamps-and-a-buoy");
  if (test.info().project.name !== "javascript") {
    // Nothing shows it then, and the form arrives all the same.
    await page.getByRole("button", { name: "Sign in" }).click({ noWaitAfter: true });
    await expect(page.getByRole("alert")).toBeVisible();
    expect(sent).toBe(1);
    return;
  }
  // Looked at by the page itself: Playwright waits while an answer is on its way.
  await page.evaluate(() => {
    const button = document.querySelector<HTMLElement>("main button[type=submit]")!;
    const looks: unknown[] = [];
    const look = () => {
      const seen = [...button.children]
        .filter((each) => !each.classList.contains("sr-only"))
        .map((each) => each.textContent);
      const read = [...button.children].filter((each) => !each.ariaHidden).map((each) => each.textContent);
      looks.push({
        seen: seen.join(),
        read: read.join(),
        isBusy: button.ariaBusy === "true",
        width: button.offsetWidth,
      });
      sessionStorage.setItem("looks", JSON.stringify(looks));
    };
    look();
    const pressAgain = () => button.click();
    const comeBack = () => dispatchEvent(new Event("pageshow"));
    const steps = [look, pressAgain, look, comeBack, look];
    button.addEventListener("click", () => steps.forEach((step, index) => setTimeout(step, 500 + index * 400)), {
      once: true,
    });
  });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  const looks = await page.evaluate(() => JSON.parse(sessionStorage.getItem("looks")!) as { width: number }[]);
  const [{ width }] = looks as [{ width: number }];
  const idle = { seen: "Sign in", read: "Sign in", width };
  expect(looks).toEqual([
    { ...idle, isBusy: false },
    { ...idle, isBusy: true },
    { seen: "Working…", read: "Sign in", isBusy: true, width },
    { ...idle, isBusy: false },
  ]);
  expect(sent).toBe(1);
});
