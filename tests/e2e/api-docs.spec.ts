import { apiExamples } from "../../app/domain/help/api-examples";
import {
  demo,
  demoPassword,
  expect,
  expectFits,
  expectNoViolations,
  readMail,
  signIn,
  test,
  uniqueEmail,
} from "../support/browser";
import { e2eInstance } from "../support/e2e-instance";
import { runStep } from "../support/run-examples";

test("a program's author sees every call and tries one, under our policy", async ({ page }) => {
  const hasScripts = test.info().project.use.javaScriptEnabled !== false;
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text());
  });
  await signIn(page);
  await page.goto("/docs");
  if (hasScripts) {
    const chapter = page.locator("#operations-tag-Accounts");
    await expect(chapter).toBeVisible();
    // What the viewer writes into an open chapter is its own.
    await expectNoViolations(page);
    await chapter.click();
    const call = page.locator("#operations-Accounts-get_api_v1_me");
    await call.locator(".opblock-summary-control").click();
    await call.getByRole("button", { name: "Try it out" }).click();
    await call.getByRole("button", { name: "Execute" }).click();
    await expect(call.locator(".live-responses-table .response-col_status").last()).toContainText("200");
    await expect(page.getByText("GET /api/v1/me")).toBeHidden();
  } else {
    await expect(page.getByText("GET /api/v1/me")).toBeVisible();
    await expectNoViolations(page);
  }
  await expectFits(page);
  await page.getByRole("link", { name: "the shapes of Cal.com" }).click();
  await expect(page.getByRole("link", { name: "OpenAPI 3.1" })).toHaveAttribute("href", "/api/openapi.cal.json");

  await page.goto("/redoc");
  // It shows the whole document at once, and a busy machine is long about that.
  if (hasScripts) await expect(page.locator(".api-content")).toBeVisible({ timeout: 30_000 });
  else await expect(page.getByText("GET /api/v1/me")).toBeVisible();
  expect(refused).toEqual([]);
});

test("the examples run as they stand", async () => {
  test.skip(test.info().project.use.javaScriptEnabled !== false, "No browser is in it: once is enough.");
  const { url } = await e2eInstance();
  const invitee = uniqueEmail("mei");
  const shell: Record<string, string> = {
    ...{ BASE: url, EMAIL: demo.email, PASSWORD: await demoPassword(), WORKSPACE: demo.workspace, EVENT: "intro-call" },
    ...{ FROM: dayAhead(2), TO: dayAhead(30), INVITEE: invitee },
  };
  for (const { title, steps } of apiExamples) {
    for (const step of steps) {
      if (step.curl.includes("$INVITATION")) {
        const { text } = await readMail(invitee, /./, "/invite/");
        shell.INVITATION = /\/invite\/([\w-]+)/.exec(text)![1]!;
      }
      const { status, text, kept } = await runStep(step, shell);
      const isDone = status >= 200 && status < 300 && !Object.values(kept).includes("");
      expect(isDone, `${title}, ${step.does}: ${status} ${text}`).toBe(true);
      Object.assign(shell, kept);
    }
  }
});

function dayAhead(days: number) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
