const secrets = new Set([
  "access_token",
  "assertion",
  "client_secret",
  "clientState",
  "code",
  "code_verifier",
  "id_token",
  "refresh_token",
  "token",
]);

/** A copy for the log, without what nobody may read there. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, secrets.has(key) ? "[hidden]" : withoutSecrets(each)]),
  );
}

/** A query or a form as an object: several values of one name become a list. */
export function fieldsOf(values: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(values.keys())].map((name) => {
      const all = values.getAll(name);
      return [name, all.length === 1 ? all[0]! : all];
    }),
  );
}
