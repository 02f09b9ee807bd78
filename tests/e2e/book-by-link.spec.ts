import { expect, expectFits, expectNoViolations, readMail, test, uniqueEmail } from "../support/browser";
import { makeOffer } from "../support/offers";

const questions = [
  { id: "company", type: "text", label: "Your company", help: "As it stands on your trucks.", required: true },
  { id: "drivers", type: "select", label: "How many drive?", required: true, options: ["1 to 10", "More"] },
  { id: "heard", type: "radio", label: "How did you hear of us?", options: ["A friend", "The fair"] },
  { id: "topics", type: "multiselect", label: "What about?", required: true, options: ["Routes", "Prices"] },
  { id: "budget", type: "number", label: "Budget" },
  { id: "terms", type: "checkbox", label: "I have read the terms", required: true },
];

test("a link asks its questions, keeps every answer through a refusal and another time, and books", async ({
  page,
}) => {
  const { link } = await makeOffer(page);
  const address = await link("Meet at the fair", questions);
  const email = uniqueEmail("vidya");
  await page.goto(`${address}?answers.company=Fjordline`);
  await expect(page.getByRole("heading", { level: 1, name: "Meet at the fair" })).toBeVisible();
  await expectNoViolations(page);
  await page.locator("#times").getByRole("link").nth(1).click();
  await expect(page.getByLabel("Your company")).toHaveValue("Fjordline");
  await page.getByLabel("Name").fill("Vidya Raghunathan");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("The fair").check();
  await page.getByLabel("Prices").check();
  await page.getByLabel("Budget").fill("a lot");
  await page.getByRole("button", { name: /^Book / }).click();

  await expect(page.getByLabel("How many drive?")).toBeFocused();
  await expect(page.getByLabel("How many drive?")).toHaveAccessibleDescription(/Choose one\./);
  await expect(page.getByLabel("Budget")).toHaveAccessibleDescription(/That is not a number\./);
  await expect(page.getByLabel("I have read the terms")).toHaveAccessibleDescription(/Tick this box to go on\./);
  await expect(page.getByLabel("Your company")).toHaveValue("Fjordline");
  await expect(page.getByLabel("The fair")).toBeChecked();
  await expect(page.getByLabel("Prices")).toBeChecked();
  await expectNoViolations(page);
  await expectFits(page);

  await page.getByRole("link", { name: "Back to times" }).click();
  expect(new URL(page.url()).pathname).toBe(address);
  await page.locator("#times").getByRole("link").nth(2).click();
  await expect(page.getByLabel("Prices")).toBeChecked();
  await page.getByLabel("How many drive?").selectOption("More");
  await page.getByLabel("Budget").fill("2500");
  await page.getByLabel("I have read the terms").check();
  await page.getByRole("button", { name: /^Book / }).click();
  await page.waitForURL("**/meeting/*");
  const { text } = await readMail(email);
  for (const said of ["Your company", "Fjordline", "Prices", "2500"]) expect(text).toContain(said);
});
