import { expect, test, type Page } from "@playwright/test";

/** Turns to next month and chooses one of its free days. The two projects take different ones, since they share a host. */
export async function chooseDay(page: Page, nth: number) {
  await page.locator("a[rel=next]").click();
  const days = page.locator("table a");
  await expect(days.first()).toBeVisible();
  const half = Math.floor((await days.count()) / 2);
  await days.nth(nth + (test.info().project.name === "javascript" ? 0 : half)).click();
}

/** The middle one of the day's times, with its text. */
export async function chooseTime(page: Page) {
  const times = page.locator("#times a:not([aria-current])");
  const time = times.nth(Math.floor((await times.count()) / 2));
  const text = /^\S+/.exec(await time.innerText())![0];
  await time.click();
  return text;
}

type Details = { name: string; email: string; notes?: string; guests?: string };

export async function fillDetails(page: Page, { name, email, notes = "", guests = "" }: Details) {
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=guests]").fill(guests);
  await page.locator("[name=notes]").fill(notes);
}

/** Books an intro call and ends on its meeting's page. */
export async function bookMeeting(page: Page, { nth, ...details }: Details & { nth: number }) {
  await page.goto("/book/acme-corp/intro-call");
  await chooseDay(page, nth);
  const time = await chooseTime(page);
  await fillDetails(page, details);
  await page.locator("main form button.btn-primary").click();
  await expect(page).toHaveURL(/\/meeting\//);
  return time;
}
