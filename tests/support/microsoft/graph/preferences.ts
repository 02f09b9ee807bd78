import type { Call } from "../../fakes/routes";
import { ianaOf } from "../mailbox/zones";
import { complain, type World } from "../world";
import { GraphError } from "./errors";

export type Preferences = {
  timeZone: string | null;
  pageSize: number | null;
  immutableIds: boolean;
  textBodies: boolean;
};

/** What a call asks for in its Prefer headers, and what the answer says of them. */
export function readPreferences(world: World, call: Call): { preferences: Preferences; applied: string } {
  const preferences: Preferences = { timeZone: null, pageSize: null, immutableIds: false, textBodies: false };
  const given = [call.headers.prefer ?? []].flat().join(",");
  const applied: string[] = [];
  for (const [text, name = "", quoted, bare] of given.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|([^,\s]+))/g)) {
    if (apply(preferences, name.toLowerCase(), quoted ?? bare ?? "")) applied.push(text);
    else complain(world, `${call.method} ${call.path}: the preference ${text} is not one of Graph's`);
  }
  return { preferences, applied: applied.join(", ") };
}

function apply(preferences: Preferences, name: string, value: string): boolean {
  if (name === "outlook.timezone") {
    if (!ianaOf(value)) {
      throw new GraphError(400, "TimeZoneNotSupportedException", `A valid TimeZone value must be specified.`);
    }
    preferences.timeZone = value;
  } else if (name === "odata.maxpagesize") {
    if (!/^[1-9]\d*$/.test(value)) throw new GraphError(400, "ErrorInvalidRequest", "The page size is not a number.");
    preferences.pageSize = Number(value);
  } else if (name === "idtype" && /^immutableid$/i.test(value)) {
    preferences.immutableIds = true;
  } else if (name === "outlook.body-content-type" && /^(text|html)$/.test(value)) {
    preferences.textBodies = value === "text";
  } else return false;
  return true;
}
