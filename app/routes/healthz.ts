import { alive } from "~/http/alive.server";

export const loader = () => alive();
