import type { LoaderFunctionArgs } from "@remix-run/node";
import { finishSignIn } from "~/http/sign-in-routes.server";

export function loader(args: LoaderFunctionArgs) {
  return finishSignIn(args, "google");
}
