import { nobody, searchField, type ContactSearch } from "~/domain/calendars/contact";
import { searchContacts } from "~/domain/calendars/contacts.server";
import type { Host } from "./auth.server";
import type { FormValues } from "./form.server";

const whoField = searchField("The name or address");

/** Which of the buttons of a search that stands in a form was pressed. */
export type SearchDeed =
  | { kind: "find"; who: string }
  | { kind: "take"; name: string; email: string }
  | { kind: "guest"; email: string; who: string };

/** Whom an address asks for. Null: for nobody. */
export function readWho(query: URLSearchParams): string | null {
  return query.get("who")?.replaceAll("\0", "").trim().slice(0, 200) ?? null;
}

/** As an address carries it: one that is empty is asked for too, and told what is missing. */
export function writeWho(who: string) {
  return who.slice(0, 200) || " ";
}

export async function findWho(who: string | null, { workspace, user }: Host): Promise<ContactSearch | null> {
  if (who === null) return null;
  const asked = whoField.safeParse(who);
  if (!asked.success) return { ...nobody, who, problem: asked.error.issues[0]!.message };
  const search = { workspaceId: workspace.id, userId: user.id, query: asked.data, now: Date.now() };
  return { ...(await searchContacts(search)), who, problem: null };
}

/** Null: the form itself was sent. Enter in a field sends it too, unless somebody was typed to search for and is not yet. */
export function readSearchDeed(values: FormValues): SearchDeed | null {
  const text = (name: string) => values[name]?.[0]?.trim() ?? "";
  const who = text("who");
  if (values.take) {
    const [email = "", ...name] = text("take").split(" ");
    return { kind: "take", email, name: name.join(" ") };
  }
  if (values.guest) return { kind: "guest", email: text("guest"), who };
  const isPending = text("intent") === "save" && who !== "" && who !== text("searched");
  return text("intent") === "find" || isPending ? { kind: "find", who } : null;
}

const own = ["who", "searched", "intent", "take", "guest"];

/** The fields of the form alone, for inputs that refuse what they do not know. */
export function withoutSearch(fields: URLSearchParams) {
  return Object.fromEntries([...fields].filter(([name]) => !own.includes(name)));
}
