/** More characters of a link than these nobody reads, or wants to have read to them. */
const readable = 60;

/** A link as it is shown: by its address, or where that is too long by the name of what it leads to. */
export function linkWords(url: string, name: string): string {
  const shown = url.replace(/^https?:\/\//i, "").replace(/\/$/, "");
  return name && shown.length > readable ? name : shown;
}
