import type { Scope } from "~/domain/accounts/api-key";
import { paths } from "~/paths";
import { Code } from "./help/parts";
import { Cell, Row, Table } from "./table";

export type ListedKey = {
  id: string;
  name: string;
  scope: Scope;
  hint: string;
  created: string;
  /** Null where it never was. */
  lastUsed: string | null;
};

export const scopeWords: Record<Scope, string> = { read: "Read", write: "Read and write" };

export function ApiKeyTable({ keys }: { keys: ListedKey[] }) {
  return (
    <Table
      caption="API keys"
      columns={[
        { label: "Name" },
        { label: "May" },
        { label: "Last used" },
        { label: "Created" },
        { label: "Revoke", hideLabel: true, align: "end" },
      ]}
    >
      {keys.map((key) => (
        <Row key={key.id}>
          <Cell heading>
            <bdi className="[overflow-wrap:anywhere]">{key.name}</bdi>
            <span className="hint block">
              begins with <Code>{key.hint}</Code>
            </span>
          </Cell>
          <Cell label="May">{scopeWords[key.scope]}</Cell>
          <Cell label="Last used">{key.lastUsed ?? <span className="text-muted">Never</span>}</Cell>
          <Cell label="Created">{key.created}</Cell>
          <Cell align="end">
            <a href={paths.revokeApiKey(key.id)} className="inline-block py-1 sm:-my-1 sm:whitespace-nowrap">
              Revoke…
              <span className="sr-only">
                {" "}
                <bdi>{key.name}</bdi>
              </span>
            </a>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
