import { mkdir, readFile, rm, writeFile } from "node:fs/promises";

const viewers = {
  "swagger-ui-dist": ["swagger-ui.css", "swagger-ui-bundle.js"],
  redoc: ["bundles/redoc.standalone.js"],
};
/** Our pages load nothing from elsewhere. */
const foreignLogo = "https://cdn.redoc.ly/redoc/logo-mini.svg";
const nothing = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
const target = new URL("../../../public/viewers/", import.meta.url);

await rm(target, { recursive: true, force: true });
for (const [name, files] of Object.entries(viewers)) {
  const source = new URL(`../../../node_modules/${name}/`, import.meta.url);
  const { version } = JSON.parse(await readFile(new URL("package.json", source), "utf8"));
  // The version stands in the address, so that browsers may keep the file for good.
  const folder = new URL(`${name}-${version}/`, target);
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const text = await readFile(new URL(file, source), "utf8");
    await writeFile(new URL(file.split("/").at(-1), folder), text.replaceAll(foreignLogo, nothing));
  }
}
