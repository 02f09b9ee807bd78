import { readEnvironment } from "./environment";

/** The environment, read and checked once. Nothing else reads process.env, except the database client and the start itself. */
export const env = readEnvironment(process.env);
