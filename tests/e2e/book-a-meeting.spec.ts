import { demo, expect, expectFits, expectNoViolations, readMail, test, uniqueEmail } from "../support/browser";
import { chooseDay, chooseTime, fillDetails } from "../support/booking";

const offer = `/book/${demo.workspace}/intro-call`;

test("a stranger books a meeting and gets it by mail", async ({ page }) => {
  const email = uniqueEmail("vidya");
  await page.goto(`/book/${demo.workspace}`);
  await page.getByRole("link", { name: "Intro call" }).click();
  await expectNoViolations(page);
  await chooseDay(page, 1);
  await expect(page).toHaveURL(/date=\d{4}-\d{2}-\d{2}.*#times$/);
  const time = await chooseTime(page);

  await expect(page.getByRole("heading", { name: "Your details" })).toBeVisible();
  await expectNoViolations(page);
  await fillDetails(page, { name: "Vidya Raghunathan", email, notes: "Bring the survey maps" });
  await page.getByRole("button", { name: `Book ${time}` }).click();

  await expect(page).toHaveURL(/\/meeting\/[\w-]{20,}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(time);
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByText("Bring the survey maps")).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);
  const mail = await readMail(email);
  expect(mail.text).toContain(page.url());
  expect(mail.ics).toContain("BEGIN:VEVENT");
});

test("a mistake comes back with every answer and the focus on it", async ({ page }) => {
  await page.goto(offer);
  await chooseDay(page, 2);
  await chooseTime(page);
  await fillDetails(page, { name: "Vidya", email: "vidya@example,in", notes: "Kept", guests: "guest@example.org" });
  await page.getByRole("button", { name: /^Book/ }).click();

  const email = page.getByLabel("Email address");
  await expect(page.getByRole("alert")).toContainText("One answer needs another look.");
  await expect(email).toBeFocused();
  await expect(email).toHaveValue("vidya@example,in");
  await expect(email).toHaveAccessibleDescription(/Did you mean vidya@example\.in\?/);
  await expect(page.getByLabel("Name")).toHaveValue("Vidya");
  await expect(page.getByLabel("Other guests")).toHaveValue("guest@example.org");
  await expect(page.getByLabel("Anything we should know?")).toHaveValue("Kept");
  await expectNoViolations(page);
  await expectFits(page);
});

test("whoever comes second gets the nearest times and keeps the answers", async ({ page, context }) => {
  await page.goto(offer);
  await chooseDay(page, 3);
  const time = await chooseTime(page);
  const faster = await context.newPage();
  await faster.goto(page.url());
  await fillDetails(faster, { name: "Mei Tanaka", email: uniqueEmail("mei") });
  await faster.getByRole("button", { name: /^Book/ }).click();
  await expect(faster).toHaveURL(/\/meeting\//);

  await fillDetails(page, { name: "Vidya Raghunathan", email: uniqueEmail("vidya"), notes: "Kept" });
  await page.getByRole("button", { name: /^Book/ }).click();
  await expect(page.getByText(`Someone booked ${time} a moment before you.`)).toBeVisible();
  await expect(page.getByText("Kept", { exact: true })).toBeVisible();
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByRole("button", { name: "Change these answers" }).click();
  await expect(page.getByLabel("Anything we should know?")).toHaveValue("Kept");
  await page.getByRole("button", { name: /^Book/ }).click();
  await expect(page).toHaveURL(/\/meeting\//);
  await expect(page.getByText("Kept", { exact: true })).toBeVisible();
});

test("a nearest time is one press away", async ({ page, context }) => {
  await page.goto(offer);
  await chooseDay(page, 4);
  await chooseTime(page);
  const faster = await context.newPage();
  await faster.goto(page.url());
  for (const each of [faster, page]) {
    await fillDetails(each, { name: "Ada Okafor", email: uniqueEmail("ada") });
    await each.getByRole("button", { name: /^Book/ }).click();
  }
  const nearest = page.getByRole("button", { name: /^Book/ }).first();
  const time = /Book (\S+),/.exec((await nearest.innerText()).replaceAll("\n", ""))![1]!;
  await nearest.click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(time);
});

test("times are shown in the zone that the visitor chooses, and stay so", async ({ page }) => {
  await page.goto(offer);
  await page.getByText("Change time zone").click();
  await page.getByLabel("Time zone").selectOption("Asia/Kolkata");
  await page.getByRole("button", { name: "Show times in this zone" }).click();
  await expect(page.getByText("shown in Kolkata time")).toBeVisible();
  await page.goto(`/book/${demo.workspace}`);
  await expect(page.getByText("Times are shown in Kolkata time.")).toBeVisible();
});

test("the page speaks German, and goes on doing so", async ({ page }) => {
  await page.goto(offer);
  await page.getByRole("link", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText("Zeitzone ändern")).toBeVisible();
  await page.goto(offer);
  await chooseDay(page, 5);
  await chooseTime(page);
  await page.getByRole("button", { name: /buchen$/ }).click();
  await expect(page.getByRole("alert")).toContainText("Zwei Angaben brauchen noch einen Blick.");
  await expectNoViolations(page);
});

test("every step can be reloaded, left and found again", async ({ page }) => {
  await page.goto(`${offer}?duration=60`);
  await chooseDay(page, 6);
  const day = page.url();
  await chooseTime(page);
  await expect(page.getByText("60 minutes")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your details" })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(day);
  await page.goto(`${offer}?time=tomorrow&timezone=Mars/Olympus`);
  await expect(page.getByRole("status")).toContainText("could not be read");
});

for (const path of ["/book/nobody", `/book/${demo.workspace}/nothing`, "/meeting/none-of-our-meetings"]) {
  test(`${path} is a friendly 404`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoViolations(page);
    await expectFits(page);
  });
}

test("no page of the story loads a framework or asks anybody else for anything", async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`/book/${demo.workspace}`);
  await page.goto(offer);
  expect(asked.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
  expect(asked.filter((url) => /\.js(\?|$)/.test(url) && !url.endsWith("/enhance.js"))).toEqual([]);
});
