import { GraphError } from "./errors";

type Property = { id: string; value: string };

const filter =
  /^singleValueExtendedProperties\/any\((\w+):\s*\1\/id eq '((?:[^']|'')+)' and \1\/value eq '((?:[^']|'')*)'\)$/i;
const expansion = /^singleValueExtendedProperties\(\$filter=id eq '((?:[^']|'')+)'\)$/i;

/** Finds events by a property that an app put on them: the only $filter that this fake knows for events. */
export function readPropertyFilter(text: string): (properties: Property[]) => boolean {
  const [, , id, value] = filter.exec(text.trim()) ?? [];
  if (id === undefined || value === undefined) {
    throw new GraphError(400, "ErrorInvalidUrlQueryFilter", `The fake can't filter events by ${text}`);
  }
  return (properties) => properties.some((each) => isSame(each.id, unquoted(id)) && each.value === unquoted(value));
}

/** Shows one of them in the answer. */
export function readPropertyExpansion(text: string | null): ((property: { id: string }) => boolean) | undefined {
  if (text === null) return undefined;
  const id = expansion.exec(text.trim())?.[1];
  if (id === undefined) throw new GraphError(400, "ErrorInvalidUrlQuery", `The fake can't expand ${text}`);
  return (property) => isSame(property.id, unquoted(id));
}

/** Names of properties keep their case, GUIDs don't. */
function isSame(one: string, other: string) {
  const [a, b] = [one, other].map((id) => id.replace(/\{[^}]*\}/, (guid) => guid.toLowerCase()));
  return a === b;
}

const unquoted = (text: string) => text.replaceAll("''", "'");
