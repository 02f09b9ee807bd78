import type { LoaderFunctionArgs } from "@remix-run/node";
import { startSignIn } from "~/http/sign-in-routes.server";

export function loader(args: LoaderFunctionArgs) {
  return startSignIn(args, "microsoft");
}
