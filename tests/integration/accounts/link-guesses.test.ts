import { afterAll, expect, it, vi } from "vitest";
import { startSignIn } from "../../support/emulated-sign-in";
import { unique } from "../../support/unique";

// Before the first module reads it: ten failed sign-ins become two.
vi.hoisted(() => {
  process.env.RATE_LIMIT_SCALE = "0.2";
});

const password = "correct horse battery";
const { microsoft, stop } = await startSignIn("http://localhost:3000", [{ name: "Mei Lin", email: "mei@example.com" }]);
const { openBrowser } = await import("../../support/sign-in-pages");
const { createUser } = await import("../../support/factories");
const { postForm } = await import("../../support/requests");
const loginPage = await import("~/routes/login");

afterAll(stop);

it("a sign-in that says somebody's address is no way to guess their password more often", async () => {
  const { email } = await createUser({ password });
  const browser = openBrowser();
  microsoft.door.infos.push({ status: 200, body: { name: "Not Mei", sub: unique(), email } });
  expect((await browser.signIn("/auth/microsoft", microsoft, "mei@example.com")).to).toBe("/auth/link");
  const link = (tried: string) => browser.send("/auth/link", { password: tried });
  for (const wrong of ["a first wrong one", "another wrong one"]) expect((await link(wrong)).status).toBe(401);
  const over = await link(password);
  expect([over.status, over.text]).toEqual([429, expect.stringContaining("Too many tries. Wait 15 minutes")]);
  // They are counted together with those at the form.
  expect((await postForm(loginPage, "/login", { email, password })).status).toBe(429);
});
