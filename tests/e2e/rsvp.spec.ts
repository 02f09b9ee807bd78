import { chooseDay, chooseTime, fillDetails } from "../support/booking";
import { demo, expect, expectFits, expectNoViolations, readMail, test, uniqueEmail } from "../support/browser";

test("all hands say yes by the links in their mails, and the meeting is confirmed", async ({ page }) => {
  const email = uniqueEmail("vidya");
  await page.goto(`/book/${demo.workspace}/project-kick-off`);
  await chooseDay(page, 1);
  await chooseTime(page);
  await fillDetails(page, { name: "Vidya Raghunathan", email, notes: "Two buildings, one door" });
  await page.getByRole("button", { name: /^Ask for/ }).click();
  await expect(page).toHaveURL(/\/meeting\//);
  const meeting = page.url();
  await expect(page.getByText("All of them are asked, and the time is held.")).toBeVisible();

  const hosts = ["maya", "daniel", "anjali"];
  for (const [index, host] of hosts.entries()) {
    const mail = await readMail(`${host}@acme-corp.example`, /^Can you come/, email);
    await page.goto(/\/rsvp\/\S+/.exec(mail.text)![0]);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Can you make it");
    await expect(page.getByText(`${index} of 3 ${index === 1 ? "has" : "have"}.`)).toBeVisible();
    if (index === 0) {
      await expectNoViolations(page);
      await expectFits(page);
      await page.getByLabel("A word to the other hosts").fill("I bring the samples");
    }
    await page.getByRole("button", { name: "Yes, I will be there" }).click();
    await expect(page.getByRole("heading", { name: "You said yes" })).toBeVisible();
  }
  await expect(page.getByText("The meeting takes place.").first()).toBeVisible();
  await expect(page.getByText("“I bring the samples”")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Yes, I will be there" })).toHaveCount(0);

  await page.goto(meeting);
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  expect((await readMail(email, /^Confirmed/)).text).toContain("Project kick-off");
});
