import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, readMail, signIn, test, uniqueEmail } from "../support/browser";
import { unique } from "../support/unique";

/** A host of their own for each test, with one event type: tests run beside each other. */
async function newHost(page: Page, eventType: Record<string, unknown> = {}) {
  const who = { email: uniqueEmail("host"), password: "seven-lamps-and-a-buoy" };
  const signedUp = await send(page, "/api/v1/auth/register", {
    ...who,
    name: "Ingrid Halvorsen",
    timezone: "Europe/Oslo",
  });
  const headers = { Authorization: `Bearer ${signedUp.access_token}` };
  const slug = `survey-${unique()}`;
  await send(page, "/api/v1/workspaces", { name: "Northlight", slug }, headers);
  const fields = { name: "Route planning", duration_minutes: 30, ...eventType };
  const made = await send(page, `/api/v1/workspaces/${slug}/booking/event-types`, fields, headers);
  const address = `/api/v1/public/book/${slug}/${made.slug}`;
  await signIn(page, who);
  return { slug, address };
}

async function freeTimes(page: Page, address: string) {
  const date = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const answer = await page.request.get(`${address}/slots?from=${date(2)}&to=${date(12)}&timezone=Europe/Oslo`);
  return ((await answer.json()) as { slots: { start: string }[] }).slots.map(({ start }) => start);
}

async function book(page: Page, address: string, given: { start: string } & Record<string, unknown>) {
  const email = uniqueEmail("invitee");
  await send(page, `${address}/book`, { name: "Siobhán Ní Chonchúir", email, timezone: "Asia/Kolkata", ...given });
  return email;
}

async function send(page: Page, path: string, data: object, headers: Record<string, string> = {}) {
  const answer = await page.request.post(path, { data, headers });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Record<string, string>;
}

test("a host without bookings learns what to do", async ({ page }) => {
  const { slug } = await newHost(page);
  await page.goto("/booking");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Nothing is booked.")).toBeVisible();
  await expect(page.getByLabel("Your public page")).toHaveValue(new RegExp(`/book/${slug}$`));
  await expect(page.getByLabel("Route planning")).toHaveValue(new RegExp(`/book/${slug}/route-planning$`));
  await expectNoViolations(page);
  await expectFits(page);
  await page.goto("/booking/bookings");
  await expect(page.getByRole("heading", { name: "Nothing is booked" })).toBeVisible();
  await expectNoViolations(page);
});

test("a request waits on the dashboard and is confirmed there", async ({ page }) => {
  const { address } = await newHost(page, { requires_confirmation: true });
  const [start] = await freeTimes(page, address);
  const invitee = await book(page, address, { start: start! });
  await page.goto("/booking");
  await expect(page.getByRole("heading", { name: "Waiting for your answer" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByRole("button", { name: /^Confirm the request of Siobhán/ }).click();
  await expect(page).toHaveURL("/booking");
  await expect(page.getByRole("status")).toContainText("Confirmed: Siobhán Ní Chonchúir");
  await expect(page.getByRole("heading", { name: "Waiting for your answer" })).toHaveCount(0);
  expect((await readMail(invitee, /^Confirmed/)).ics).toContain("METHOD:REQUEST");
});

test("a request is declined with a reason, which its invitee reads", async ({ page }) => {
  const { address } = await newHost(page, { requires_confirmation: true });
  const [start] = await freeTimes(page, address);
  const invitee = await book(page, address, { start: start! });
  await page.goto("/booking");
  await page.getByRole("link", { name: /^Decline the request of Siobhán/ }).click();
  await expect(page.getByRole("heading", { name: "Decline this request?" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.getByLabel("Reason").fill("x".repeat(501));
  await page.getByRole("button", { name: "Decline this request" }).click();
  await expect(page.getByRole("alert")).toContainText("The reason is too long");
  await expectNoViolations(page);
  await page.getByLabel("Reason").fill("We are at sea that week.");
  await page.getByRole("button", { name: "Decline this request" }).click();
  await expect(page.getByText("Declined", { exact: true })).toBeVisible();
  await expect(page.getByText("You declined it.")).toBeVisible();
  expect((await readMail(invitee, /^Declined/)).text).toContain("We are at sea that week.");
});

test("a meeting is found, moved and cancelled", async ({ page }) => {
  const { address } = await newHost(page);
  const [first, second, third] = await freeTimes(page, address);
  const invitee = await book(page, address, { start: first!, notes: "About the skerries.\nBoth of them." });
  await readMail(invitee, /^Confirmed/);
  await page.goto("/booking/bookings");
  await page.getByLabel("Name, email or note").fill("skerries");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("link", { name: /Siobhán/ }).click();

  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByText("Booked by the invitee.")).toBeVisible();
  await expect(page.getByRole("link", { name: /^Read it ?, the mail “Confirmed” to Siobhán/ })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  const details = page.url();

  await page.getByRole("link", { name: "Reschedule" }).click();
  await expect(page.getByRole("heading", { name: "Move this meeting" })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  await page.goto(`${details}/reschedule?time=${second}`);
  await page.getByLabel("Reason").fill("The ferry is late.");
  await expectNoViolations(page);
  // Somebody is faster.
  await book(page, address, { start: second! });
  await page.getByRole("button", { name: /^Move to/ }).click();
  await expect(page.getByRole("status")).toContainText(/Someone booked .* a moment before you\./);
  await expect(page.getByLabel("Reason")).toHaveValue("The ferry is late.");
  await expectNoViolations(page);
  await expectFits(page);
  await page.locator(`button[value="${third}"]`).click();
  await expect(page).toHaveURL(details);
  await expect(page.getByText(/^You moved it from/)).toBeVisible();
  await expect(page.getByText("“The ferry is late.”")).toBeVisible();
  await readMail(invitee, /^Moved/);

  await page.getByRole("link", { name: "Cancel…" }).click();
  await expectNoViolations(page);
  await page.getByLabel("Reason").fill("Storm.");
  await page.getByRole("button", { name: "Cancel this meeting" }).click();
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Reschedule" })).toHaveCount(0);
  await expectNoViolations(page);
  await page.goto("/booking/bookings?tab=cancelled");
  await expect(page.getByRole("link", { name: /Siobhán/ })).toHaveCount(1);
});

test("the pages of the demo's bookings break no rule", async ({ page }) => {
  await signIn(page);
  for (const path of [
    "/booking",
    "/booking/bookings",
    "/booking/bookings?tab=past",
    "/booking/bookings?tab=cancelled&from=soon",
  ]) {
    await page.goto(path);
    await expectNoViolations(page);
    await expectFits(page);
  }
});

test("a booking of another workspace is not there", async ({ page }) => {
  await newHost(page);
  const response = await page.goto("/booking/bookings/6f9619ff-8b86-4d01-b42d-00c04fc964ff");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such booking" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Today" }).first()).toBeAttached();
  await expectNoViolations(page);
});
