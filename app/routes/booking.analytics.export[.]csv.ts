import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAnalytics } from "~/http/analytics-page.server";

export function loader({ request }: LoaderFunctionArgs) {
  return exportAnalytics(request);
}
