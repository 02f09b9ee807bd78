import * as googleBack from "~/routes/auth.google.callback";
import * as google from "~/routes/auth.google._index";
import * as link from "~/routes/auth.link";
import * as microsoftBack from "~/routes/auth.microsoft.callback";
import * as microsoft from "~/routes/auth.microsoft._index";
import * as unlink from "~/routes/booking.settings.unlink";
import * as password from "~/routes/booking.settings.password";
import * as login from "~/routes/login";
import * as signup from "~/routes/signup";
import { takeNotice } from "~/http/session.server";
import { get, postForm, type Answer } from "./requests";

type Route = Parameters<typeof get>[0];

const routes: Record<string, Route> = {
  "/auth/google": google,
  "/auth/google/callback": googleBack,
  "/auth/microsoft": microsoft,
  "/auth/microsoft/callback": microsoftBack,
  "/auth/link": link,
  "/login": login,
  "/signup": signup,
  "/booking/settings/password": password,
  "/booking/settings/unlink": unlink,
};

/** A provider's page, on which a person is chosen. */
type Provider = { choose(page: string, email: string): Promise<string> };

/** The pages around signing in, in a browser that keeps its cookies. `cookie`: of who is signed in already. */
export function openBrowser(cookie?: string) {
  const jar = new Map<string, string>(cookie ? [[cookie.split("=")[0]!, cookie]] : []);

  function keep<Body>(answer: Answer<Body>) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = "", ...rest] = line.split("; ");
      const name = pair.split("=")[0]!;
      if (rest.includes("Max-Age=0") || rest.some((each) => each.startsWith("Expires=Thu, 01 Jan 1970")))
        jar.delete(name);
      else jar.set(name, pair);
    }
    return { ...answer, to: answer.headers.get("Location") ?? "" };
  }

  const cookies = () => [...jar.values()].join("; ");
  const routeOf = (url: string) => routes[new URL(url, "http://localhost").pathname]!;
  const browser = {
    cookies,
    session: () => jar.get("meridian"),
    open: async (url: string) => keep(await get(routeOf(url), url, { cookie: cookies() })),
    send: async (url: string, fields: Record<string, string>) =>
      keep(await postForm(routeOf(url), url, fields, { cookie: cookies() })),
    /** The words that wait for the next page. */
    async notice() {
      return (
        (await takeNotice(new Request("http://localhost/", { headers: { Cookie: cookies() } })))?.notice.text ?? null
      );
    },
    /** From a button to the provider's page, a choice there, and back to the address where it leads. */
    async leave(start: string, at: Provider, email: string) {
      return at.choose((await browser.open(start)).to, email);
    },
    async signIn(start: string, at: Provider, email: string) {
      return browser.open(await browser.leave(start, at, email));
    },
  };
  return browser;
}
