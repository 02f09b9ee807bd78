import { fillPlaceholders, SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

const dialect = new PgDialect();

/**
 * Puts a statement together once, for those that every request needs: what it answers takes the values of the statement's
 * placeholders, and is run like any other.
 */
export function compile<Name extends string>(statement: SQL): (values: Record<Name, unknown>) => SQL {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return (values) => new Compiled(text, fillPlaceholders(params, values));
}

class Compiled extends SQL {
  constructor(
    private readonly text: string,
    private readonly values: unknown[],
  ) {
    super([]);
  }

  override toQuery() {
    return { sql: this.text, params: this.values };
  }
}
