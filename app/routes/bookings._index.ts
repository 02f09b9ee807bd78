import { redirect } from "@remix-run/node";
import { paths } from "~/paths";

/** Where links were looked after before. */
export function loader() {
  return redirect(paths.links());
}
