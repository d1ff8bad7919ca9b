import { join } from "node:path";
import { chapters } from "./catalogues.ts";
import { compare } from "./compare.ts";
import { hardcoded } from "./hardcoded.ts";
import { sources } from "./program.ts";
import { usedKeys } from "./usage.ts";

const WEB = join(import.meta.dirname, "../..");

/** Everything that keeps the interface from being whole in each of its languages. */
function problems(): string[] {
  const catalogues = chapters(join(WEB, "src/i18n"));
  const program = sources(join(WEB, "tsconfig.app.json"), WEB);
  const keys = catalogues.flatMap(({ name, said }) => [...said.en.keys()].map((key) => ({ name, key })));
  const used = usedKeys(
    program,
    keys.map(({ key }) => key),
  );
  const unused = keys.filter(({ key }) => !used.has(key)).map(({ name, key }) => `${name}/en.json: ${key} is not used`);
  return [...compare(catalogues), ...unused, ...hardcoded(program)];
}

const found = problems();
found.forEach((problem) => {
  console.error(problem);
});
if (found.length > 0) {
  console.error(`${found.length} problems with the words of the interface`);
  process.exitCode = 1;
}
