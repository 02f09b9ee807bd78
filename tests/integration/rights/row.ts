import type { Guard, Person } from "./people";
import type { World } from "./world";

type Params = Record<string, string>;

/** One method of one route: who is let in, and what they are answered. */
export type Row = {
  /** The file's name in app/routes, without its ending. */
  file: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  guard: Guard;
  /** The status for whoever is let in. A form that is sent empty is a 400, and nothing happens. */
  ok: number;
  /** What the path names, made anew for each who asks, and what is sent. */
  at?: (world: World, person: Person) => Params | Promise<Params>;
  query?: (world: World) => Params | Promise<Params>;
  body?: (world: World) => unknown;
};

type Rest = Pick<Row, "at" | "query" | "body">;

/** Several methods of one route: `[method, guard, status]`. */
export function route(file: string, methods: [Row["method"], Guard, number, Rest?][], rest: Rest = {}): Row[] {
  return methods.map(([method, guard, ok, own]) => ({ file, method, guard, ok, ...rest, ...own }));
}
