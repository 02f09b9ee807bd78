import type postgres from "postgres";

type Named = { table: string; name: string; definition: string };

/**
 * Takes constraints and indexes off every table of ours and gives back the way to put them on again, exactly as the
 * migrations made them: Postgres itself writes the definitions. One pass over full tables is far faster than a step
 * into every index with each row, and checks all of them just the same.
 */
export async function takeOffIndexes(sql: postgres.Sql): Promise<() => Promise<void>> {
  const constraints = await sql<(Named & { kind: string })[]>`
    select conrelid::regclass::text as table, conname as name, contype as kind, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u', 'x')`;
  const indexes = await sql<Named[]>`
    select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`;
  const foreign = constraints.filter(({ kind }) => kind === "f");
  const own = constraints.filter(({ kind }) => kind !== "f");
  for (const { table, name } of [...foreign, ...own])
    await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);

  return async () => {
    const add = ({ table, name, definition }: Named) => `alter table ${table} add constraint "${name}" ${definition}`;
    const byTable = new Map<string, string[]>();
    for (const each of own) byTable.set(each.table, [...(byTable.get(each.table) ?? []), add(each)]);
    for (const each of indexes) byTable.set(each.table, [...(byTable.get(each.table) ?? []), each.definition]);
    await inLanes(sql, [...byTable.values()]);
    await inLanes(sql, [foreign.map(add)]);
  };
}

/** Two lists of statements at a time; those of one table never wait for each other's locks. */
async function inLanes(sql: postgres.Sql, lists: string[][]) {
  const left = [...lists].sort((a, b) => b.length - a.length);
  const lane = async () => {
    for (let list = left.shift(); list; list = left.shift()) {
      const connection = await sql.reserve();
      await connection`set maintenance_work_mem = '512MB'`;
      for (const statement of list) await connection.unsafe(statement);
      await connection`reset maintenance_work_mem`;
      connection.release();
    }
  };
  await Promise.all([lane(), lane()]);
}
