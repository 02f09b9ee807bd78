import path from "node:path";
import ts from "typescript";
import { nodesOf, type Source } from "./source";

const longest = 250;
/** A catalog has one line for each message, and one file for each language. */
const catalog = /^app\/messages\/[a-z]{2}\.ts$/;
const product = /^(app|db|jobs)\/|^server\.ts$/;
const mayReadEnvironment =
  /^(app\/env\.server\.ts|app\/server\/.*|db\/client\.ts|db\/embedded\/.*|server\.ts|drizzle\.config\.ts|tests\/.*)$/;

/** What files do that we agreed not to do, as sentences. */
export function brokenHabits(sources: Source[]): string[] {
  return [...sources.flatMap(habitsOf), ...unreadForms(sources)];
}

function habitsOf(source: Source) {
  const { path: file, text, tree } = source;
  const lines = text.split("\n").length - 1;
  const found = new Set<string>();
  if (lines > longest && !catalog.test(file)) found.add(`has ${lines} lines, more than ${longest}`);
  if (!isNamedWell(file)) found.add("is not named in kebab-case");
  for (const node of nodesOf(tree)) {
    const problem = problemOf(node, file);
    if (problem) found.add(problem);
  }
  return [...found].map((problem) => `${file} ${problem}`);
}

function problemOf(node: ts.Node, file: string) {
  if (ts.isPropertyAccessExpression(node) && node.getText() === "process.env" && !mayReadEnvironment.test(file)) {
    return "reads process.env";
  }
  if (ts.isJsxAttribute(node) && node.name.getText() === "style" && !file.startsWith("app/emails/")) {
    return "has an inline style";
  }
  if (!ts.isCallExpression(node) || !product.test(file)) return null;
  const called = node.expression.getText();
  if (/^(globalThis\.)?fetch$/.test(called) && !file.startsWith("app/integrations/")) return "calls fetch";
  if (/\brequest\.(formData|json|text|arrayBuffer|blob)$/.test(called))
    return `calls ${called}: bodies have one reader`;
  return null;
}

/** Routes are named by their addresses: dots, dollar signs, and parameters in camel case. */
function isNamedWell(file: string) {
  const name = path.posix.basename(file);
  if (file.startsWith("app/routes/")) return /^[a-z0-9._$[\]()-]+$/.test(name.replace(/\$[a-z]\w*/g, "$"));
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(name);
}

/** Actions that take a form or JSON past its reader, and so past the check on where it was sent from. */
function unreadForms(sources: Source[]) {
  const readers = readersOf(sources);
  return sources.flatMap((source) => {
    if (!source.path.startsWith("app/routes/") || !exportsAction(source.tree)) return [];
    const names = source.imports.filter(({ file }) => file && readers.has(file)).flatMap((each) => each.names);
    const isRead = [...nodesOf(source.tree)].some(
      (node) => ts.isCallExpression(node) && names.includes(node.expression.getText()),
    );
    const isForwarded = source.imports.some(({ file, names: none }) => file && readers.has(file) && none.length === 0);
    return isRead || isForwarded
      ? []
      : [`${source.path} has an action that calls neither readForm, readFields nor api`];
  });
}

/** The modules of app/http that read bodies, themselves or through another one. */
function readersOf(sources: Source[]) {
  const readers = new Set(["app/http/form.server.ts", "app/http/api.server.ts"]);
  const http = sources.filter(({ path: file }) => file.startsWith("app/http/"));
  for (let before = 0; before < readers.size;) {
    before = readers.size;
    for (const { path: file, imports } of http) {
      if (imports.some((each) => each.file && readers.has(each.file))) readers.add(file);
    }
  }
  return readers;
}

/** An action that takes no arguments reads nothing and knows nobody, so it needs no reader. */
function exportsAction(tree: ts.SourceFile) {
  return tree.statements.some((statement) => {
    if (ts.isExportDeclaration(statement)) return /\baction\b/.test(statement.exportClause?.getText() ?? "");
    if (!ts.canHaveModifiers(statement)) return false;
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return false;
    if (ts.isFunctionDeclaration(statement))
      return statement.name?.text === "action" && statement.parameters.length > 0;
    if (!ts.isVariableStatement(statement)) return false;
    return statement.declarationList.declarations.some(
      ({ name, initializer }) => /\baction\b/.test(name.getText()) && !isWithoutArguments(initializer),
    );
  });
}

function isWithoutArguments(value: ts.Expression | undefined) {
  return value !== undefined && ts.isArrowFunction(value) && value.parameters.length === 0;
}
