import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import postgres from "postgres";
import { clients } from "./load";

/** What the database alone can do, asked by as many connections as there are clients. */
export class Yardsticks {
  private readonly sql: postgres.Sql;
  private next = 0;

  constructor(databaseUrl: string) {
    this.sql = postgres(databaseUrl, { max: clients, onnotice: () => {} });
  }

  async prepare() {
    await this.sql.unsafe(`
      drop table if exists bench_claims, bench_commits;
      create table bench_claims (host_id uuid not null, during tstzrange not null,
        constraint bench_no_overlap exclude using gist (host_id with =, during with &&));
      create table bench_commits (id bigint not null)`);
  }

  /** Rows that hold time under the same constraint as claims, one to a transaction. */
  bareInsert(milliseconds: number) {
    const host = randomUUID();
    return this.run(milliseconds, () => {
      const [from, to] = [0, 15].map((minutes) => new Date(Date.UTC(2027, 0) + (this.next * 15 + minutes) * 60_000));
      this.next++;
      return this.sql`insert into bench_claims values (${host}, tstzrange(${from!}, ${to!}))`;
    });
  }

  /** The shortest transactions that write. */
  commits(milliseconds: number) {
    return this.run(milliseconds, () => this.sql`insert into bench_commits values (${this.next++})`);
  }

  async close() {
    await this.sql.unsafe("drop table if exists bench_claims, bench_commits");
    await this.sql.end();
  }

  private async run(milliseconds: number, work: () => Promise<unknown>) {
    const started = performance.now();
    let done = 0;
    const client = async () => {
      while (performance.now() - started < milliseconds) {
        await work();
        done++;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    return (done * 1000) / (performance.now() - started);
  }
}
