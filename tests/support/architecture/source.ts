import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** One file of the repository, with what it takes from elsewhere when it runs. `import type` is gone by then. */
export type Source = {
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
};

/** `file` is the path inside the repository, or null for a package. */
export type Import = { specifier: string; file: string | null; names: string[] };

const folders = ["app", "db", "jobs", "public", "tests"];
const code = /(?<!\.d)\.(ts|tsx|js|mjs)$/;

export function readRepository(root: string) {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      path.posix.join(folder, name),
    ),
  );
  const files = [...readdirSync(root), ...inFolders].filter(
    (file) => code.test(file) && !/^public\/(build|viewers)\//.test(file),
  );
  return parseAll(Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, file), "utf8")])));
}

/** Texts by path. Also what tests of the rules feed with samples. */
export function parseAll(texts: Record<string, string>): Source[] {
  return Object.entries(texts).map(([file, text]) => {
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const imports = importsOf(tree).map((each) => ({ ...each, file: resolve(file, each.specifier, texts) }));
    return { path: file, text, tree, imports };
  });
}

/** Every node of a file, outermost first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

function importsOf(tree: ts.SourceFile) {
  return [...nodesOf(tree)].flatMap((node) => {
    const found = specifierOf(node);
    return found && ts.isStringLiteralLike(found) ? [{ specifier: found.text, names: namesOf(node) }] : [];
  });
}

function specifierOf(node: ts.Node) {
  if (ts.isImportDeclaration(node)) return node.importClause?.isTypeOnly ? undefined : node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
  if (!ts.isCallExpression(node)) return undefined;
  const isLoad = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require";
  return isLoad ? node.arguments[0] : undefined;
}

function namesOf(node: ts.Node) {
  if (!ts.isImportDeclaration(node)) return [];
  const { name, namedBindings } = node.importClause ?? {};
  const named =
    namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements.map((each) => each.name.text) : [];
  return name ? [name.text, ...named] : named;
}

function resolve(from: string, specifier: string, texts: Record<string, string>) {
  const place = placeOf(from, specifier);
  if (place === null) return null;
  const endings = ["", ".ts", ".tsx", ".mjs", ".js", "/index.ts"];
  return (
    endings.map((ending) => place + ending).find((file) => file in texts) ??
    (/\.(css|json|[tj]sx?|mjs)$/.test(place) ? place : `${place}.ts`)
  );
}

function placeOf(from: string, specifier: string) {
  if (specifier.startsWith("~/")) return `app/${specifier.slice(2)}`;
  if (specifier.startsWith("~db/")) return `db/${specifier.slice(4)}`;
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(from), specifier) : null;
}
