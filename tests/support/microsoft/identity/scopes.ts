/** What people read on the consent page. */
const words: Record<string, string> = {
  openid: "Sign you in",
  profile: "View your basic profile",
  email: "View your email address",
  offline_access: "Maintain access to data you have given it access to",
  "user.read": "Read your profile",
  "calendars.read": "Read your calendars",
  "calendars.readwrite": "Have full access to your calendars",
  "contacts.read": "Read your contacts",
  "contacts.readwrite": "Have full access to your contacts",
  "people.read": "Read your relevant people list",
  "mailboxsettings.read": "Read your mailbox settings",
};

const resource = /^https:\/\/graph\.microsoft\.com\//i;

/** The scopes of a request, by their short names; null where one of them is none of Graph's. */
export function readScopes(text: string): string[] | null {
  const scopes = text.split(/\s+/).filter(Boolean);
  const short = [...new Set(scopes.map((scope) => scope.replace(resource, "")))];
  return short.length > 0 && short.every((scope) => scope.toLowerCase() in words) ? short : null;
}

export function wordsOf(scope: string): string {
  return words[scope.toLowerCase()] ?? scope;
}

export function includesAll(scopes: string[], wanted: string[]) {
  const lower = scopes.map((scope) => scope.toLowerCase());
  return wanted.every((scope) => lower.includes(scope.toLowerCase()));
}
