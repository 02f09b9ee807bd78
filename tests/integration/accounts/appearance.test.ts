import { describe, expect, it } from "vitest";
import * as root from "~/root";
import * as appearance from "~/routes/booking.settings.appearance";
import { createWorkspace, signIn } from "../../support/factories";
import { get, postForm } from "../../support/requests";

describe("appearance", () => {
  it("is kept by the browser, and unknown values are refused or ignored", async () => {
    const { owner } = await createWorkspace();
    const { cookie } = await signIn(owner);
    const saved = await postForm(appearance, "/booking/settings/appearance", { theme: "dark" }, { cookie });
    expect(saved.status).toBe(303);
    expect(saved.headers.getSetCookie().join()).toContain("theme=dark");
    expect((await get(root, "/", { cookie: "theme=dark" })).body).toMatchObject({ theme: "dark" });
    expect((await get(root, "/", { cookie: "theme=pink" })).body).toMatchObject({ theme: "system" });
    expect((await postForm(appearance, "/booking/settings/appearance", { theme: "pink" }, { cookie })).status).toBe(
      400,
    );
  });
});
