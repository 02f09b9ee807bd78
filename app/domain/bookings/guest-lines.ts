/** The guests' addresses as people write them: one on each line, or parted by commas or semicolons. */
export function guestsOf(text: string): string[] {
  return text
    .split(/[\n;]|,(?=[^,\n;]*@)/)
    .map((guest) => guest.trim())
    .filter(Boolean);
}
