import { once } from "node:events";
import type { Writable } from "node:stream";
import type postgres from "postgres";

const chunk = 128 * 1024;

export type Cell = string | number | boolean | null;

/** One table being filled by COPY, on a connection of its own. */
export class Filling {
  rows = 0;
  private text = "";

  private constructor(
    readonly table: string,
    private readonly stream: Writable,
    private readonly connection: postgres.ReservedSql,
  ) {}

  static async open(sql: postgres.Sql, table: string, columns: string): Promise<Filling> {
    const connection = await sql.reserve();
    const stream = await connection.unsafe(`copy ${table} (${columns}) from stdin`).writable();
    return new Filling(table, stream, connection);
  }

  /** Cells hold no tab, newline or backslash: what the generator writes has none. */
  add(...cells: Cell[]) {
    let line = "";
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      line += index === 0 ? "" : "\t";
      line += cell === null ? "\\N" : cell;
    }
    this.text += line + "\n";
    this.rows++;
  }

  /** Hands on what has gathered, and waits while Postgres has enough. */
  async flush(isLast = false) {
    if (this.text.length < chunk && !isLast) return;
    const text = this.text;
    this.text = "";
    if (text && !this.stream.write(text)) await once(this.stream, "drain");
  }

  async close() {
    await this.flush(true);
    const finished = once(this.stream, "finish");
    this.stream.end();
    await finished;
    this.connection.release();
  }
}
