import type { MailboxSettings, User } from "@microsoft/microsoft-graph-types";
import { whoseAccessToken } from "../identity/grants";
import { pairwise } from "../mailbox/ids";
import type { Account } from "../mailbox/types";
import type { World } from "../world";
import type { Route } from "../../fakes/routes";
import { accessDenied, errorAnswer, GraphError } from "./errors";
import type { GraphRoute } from "./graph-route";
import { selected } from "./pages";

export const meRoutes: GraphRoute[] = [
  {
    name: "me",
    method: "GET",
    path: "/me",
    scopes: ["User.Read", "User.ReadWrite"],
    query: ["$select"],
    handle: ({ account, call }) => ({ status: 200, body: selected(call, userAnswer(account)) }),
  },
  {
    name: "mailboxSettings",
    method: "GET",
    path: "/me/mailboxSettings",
    scopes: ["MailboxSettings.Read", "MailboxSettings.ReadWrite"],
    query: ["$select"],
    isMailbox: true,
    handle: ({ account, call }) => ({ status: 200, body: selected(call, settingsAnswer(account)) }),
  },
];

/** A personal account has its address in one place alone. */
function userAnswer({ id, name, email, isPersonal }: Account): User {
  const [givenName = "", ...rest] = name.split(" ");
  return {
    id,
    displayName: name,
    givenName,
    surname: rest.join(" "),
    mail: isPersonal ? null : email,
    userPrincipalName: email,
    businessPhones: [],
    mobilePhone: null,
    jobTitle: null,
    officeLocation: null,
    preferredLanguage: null,
  };
}

function settingsAnswer({ timeZone }: Account): MailboxSettings {
  const zone = timeZone ?? "UTC";
  return {
    timeZone: zone,
    timeFormat: "HH:mm",
    dateFormat: "yyyy-MM-dd",
    language: { locale: "en-GB", displayName: "English (United Kingdom)" },
    workingHours: {
      daysOfWeek: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      startTime: "08:00:00.0000000",
      endTime: "17:00:00.0000000",
      timeZone: { name: zone },
    },
  };
}

/** OpenID's own profile. Its subject is another key than the id in the directory. */
export function userinfoRoute(world: World): Route {
  return {
    name: "userinfo",
    method: "GET",
    path: "/oidc/userinfo",
    handle(call) {
      try {
        const { account, grant } = whoseAccessToken(world, call.headers.authorization);
        call.account = account.email;
        if (!grant.scopes.includes("openid")) throw accessDenied();
        return { status: 200, body: profileOf(account, grant.scopes) };
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        return errorAnswer(world, call, error);
      }
    },
  };
}

export function profileOf({ id, name, email }: Account, scopes: string[]) {
  const [given_name = "", ...rest] = name.split(" ");
  const profile = {
    name,
    given_name,
    family_name: rest.join(" "),
    picture: "https://graph.microsoft.com/v1.0/me/photo/$value",
  };
  return {
    sub: pairwise(id),
    ...(scopes.includes("profile") ? profile : {}),
    ...(scopes.includes("email") ? { email } : {}),
  };
}
