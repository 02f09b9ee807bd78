/** Servers and proxies refuse addresses that are much longer. */
const mostBytes = 3000;

type Fields = Record<string, string[]>;

/** The answers among the fields of a form, or of an address, as far as an address can carry them all. */
export function carriedAnswerFields(fields: Fields): Fields {
  let left = mostBytes;
  const carried = Object.entries(fields).filter(([name, values]) => {
    if (!isAnswerField(name) || values.every((value) => value === "")) return false;
    const length = encodeURIComponent(values.map((value) => `&${name}=${value}`).join("")).length;
    const fits = length <= left;
    if (fits) left -= length;
    return fits;
  });
  return Object.fromEntries(carried);
}

/** Whether a field holds the answer to some question. */
export function isAnswerField(name: string): boolean {
  return name.startsWith("answers.");
}
