import { createContext, useContext } from "react";

/** The place on a page that the last button changed: a field's name, or the id of what is no field. */
export const FocusPlace = createContext<string | null>(null);

/** Whether this is the place. It takes the focus with `autoFocus`, since a page with a fragment in its address gives none. */
export function useFocus(place: string): true | undefined {
  return useContext(FocusPlace) === place || undefined;
}
