import { notFound } from "~/http/problem.server";

/** Every address below /api that is no operation of ours. */
export const loader = () => notFound();
export const action = () => notFound();
