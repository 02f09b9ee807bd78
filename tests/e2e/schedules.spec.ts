import type { Page } from "@playwright/test";
import { expect, expectFits, expectNoViolations, signIn, test, uniqueEmail } from "../support/browser";
import { unique } from "../support/unique";

/** A host of their own for each test: they change their default schedule. */
async function openHours(page: Page) {
  const who = { email: uniqueEmail("host"), password: "seven-lamps-and-a-buoy" };
  const data = { ...who, name: "Ingrid Halvorsen", timezone: "Europe/Oslo" };
  const signedUp = await page.request.post("/api/v1/auth/register", { data });
  const { access_token } = (await signedUp.json()) as { access_token: string };
  await page.request.post("/api/v1/workspaces", {
    data: { name: "Northlight", slug: `survey-${unique()}` },
    headers: { Authorization: `Bearer ${access_token}` },
  });
  await signIn(page, who);
  await page.goto("/booking/availability");
  return page.url();
}

const nextYear = new Date().getFullYear() + 1;
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const listed = (page: Page) => page.getByRole("listitem").filter({ has: page.locator("[name=overrides]") });

test("weekly hours are changed and copied, and the focus is where the change is", async ({ page }) => {
  await openHours(page);
  await expect(page.getByRole("link", { name: "Why is a time not offered?" })).toHaveAttribute(
    "href",
    "/booking/troubleshoot",
  );
  await button(page, "Add hours on Saturday").click();
  await expect(page.getByLabel("Saturday, from")).toBeFocused();
  await expect(page.getByRole("status")).toContainText("Not saved yet");
  await page.getByLabel("Saturday, from").fill("10");
  await page.getByLabel("Copy the hours of").selectOption("Saturday");
  for (const day of ["Tuesday", "Wednesday", "Thursday", "Friday"])
    await page.getByRole("checkbox", { name: day }).uncheck();
  await button(page, "Copy hours").click();
  await expect(page.getByText("Tick the days that get these hours.").last()).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole("checkbox", { name: "Wednesday" }).check();
  await page.getByRole("checkbox", { name: "Sunday" }).check();
  await button(page, "Copy hours").click();
  await expect(page.getByRole("group", { name: "Wednesday" })).toBeFocused();
  await expect(page.getByLabel("Sunday, from")).toHaveValue("10");
  await expect(page.getByRole("checkbox", { name: "Wednesday" })).toBeChecked();
  await button(page, "Save hours").click();
  await expect(page.getByRole("status")).toContainText("Your hours are saved.");
  await expect(page.getByLabel("Sunday, from")).toHaveValue("10:00");
});

test("a date is chosen on the small calendar, changed, seen in the preview and taken back", async ({ page }) => {
  const address = await openHours(page);
  await page.goto(`${address}?month=${nextYear}-03`);
  await page.getByLabel("Name", { exact: true }).fill("Half typed");
  await button(page, `Show April ${nextYear}`).click();
  await expect(button(page, `Show May ${nextYear}`)).toBeFocused();
  await expect(page).toHaveURL(`${address}?month=${nextYear}-04`);
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Half typed");

  const day = (kind: string) => page.getByRole("button", { name: new RegExp(`^\\w+ 14 April, ${kind}`) });
  await page.getByRole("button", { name: /^\w+ 14 April, / }).click();
  await expect(page.getByLabel("Date", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue(`${nextYear}-04-14`);
  await page.getByLabel("Name (optional)").fill("Harbour day");
  await page.getByLabel("Closed all day").check();
  await button(page, "Add date").click();
  await expect(listed(page)).toBeFocused();
  await expect(listed(page)).toContainText("Harbour day");
  await expect(day("closed on this date, Harbour day")).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);

  await day("closed").click();
  await expect(page.getByLabel("Name (optional)")).toHaveValue("Harbour day");
  await expect(page.getByLabel("Closed all day")).toBeChecked();
  await expect(button(page, /^Change /)).toBeVisible();
  await button(page, "Back to weekly hours").click();
  await expect(page.getByRole("heading", { name: "Other dates" })).toBeFocused();
  await expect(listed(page)).toHaveCount(0);
});

test("the next two weeks show what is typed", async ({ page }) => {
  await openHours(page);
  const days = page.locator("ol li");
  await expect(days).toHaveCount(14);
  for (const name of ["Monday", "Tuesday", "Wednesday", "Thursday"]) {
    await page.getByLabel(`${name}, from`).fill("");
    await page.getByLabel(`${name}, to`).fill("");
  }
  await page.getByLabel("Friday, from").fill("22:00");
  await page.getByLabel("Friday, to").fill("24:00");
  await button(page, "Add hours on Saturday").click();
  await page.getByLabel("Saturday, from").fill("00:00");
  await page.getByLabel("Saturday, to").fill("02:00");
  await button(page, "Show what is typed").click();
  await expect(page.getByRole("heading", { name: "The next two weeks" })).toBeFocused();
  await expect(page.getByText("8 hours open, before bookings and calendars.")).toBeVisible();
  await expect(days.filter({ hasText: "Joins Friday from 22:00: one stretch of 4 hours." })).toHaveCount(2);
});

test("public holidays come with one click and go one by one", async ({ page }) => {
  await openHours(page);
  await button(page, "Add public holidays").click();
  await expect(page.getByText(/Norway: \d+ public holidays added/)).toBeVisible();
  const count = await listed(page).count();
  expect(count).toBeGreaterThan(10);
  await expectNoViolations(page);
  await expectFits(page);
  await page
    .getByRole("button", { name: `Remove Sat 25 Dec ${nextYear}`.replace(/Sat/, weekdayOf(`${nextYear}-12-25`)) })
    .click();
  await expect(listed(page)).toHaveCount(count - 1);
  await expect(listed(page).filter({ hasText: `26 Dec ${nextYear}` })).toBeFocused();
  await page.goto(page.url());
  await expect(listed(page)).toHaveCount(0);
});

test("a schedule is made, renamed, made the default, and the other one is deleted", async ({ page }) => {
  await openHours(page);
  await page.getByRole("link", { name: "New schedule" }).click();
  await expectNoViolations(page);
  await button(page, "Save schedule").click();
  await expect(page.getByRole("alert")).toContainText("The name is missing.");
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByLabel("Name", { exact: true }).fill("Summer");
  await button(page, "Save schedule").click();
  await expect(page.getByRole("status")).toContainText("“Summer” is saved.");
  await page.getByLabel("Name", { exact: true }).fill("Field season");
  await page.getByLabel("Use it by default").check();
  await button(page, "Save hours").click();
  await expect(page.getByRole("link", { name: "Field season default" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "Delete…" })).toHaveCount(0);
  await page.getByRole("link", { name: "Working hours" }).click();
  await page.getByRole("link", { name: "Delete…" }).click();
  await button(page, "Delete this schedule").click();
  await expect(page.getByRole("status")).toContainText("The schedule is deleted.");
  await expect(page.getByRole("link", { name: "Working hours" })).toHaveCount(0);
});

function weekdayOf(date: string) {
  return new Date(date).toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" });
}
