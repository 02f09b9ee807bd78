/** Enter in a field presses a form's first button: this one, and not the first Remove. Stands first in its form. */
export function EnterSaves() {
  return <button type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />;
}
