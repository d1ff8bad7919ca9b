import { relative } from "node:path";
import ts from "typescript";

/** The sources of the client, tests aside, with their types. */
export interface Sources {
  files: ts.SourceFile[];
  checker: ts.TypeChecker;
  place: (node: ts.Node) => string;
}

export function sources(config: string, root: string): Sources {
  const read = ts.readConfigFile(config, (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const program = ts.createProgram(fileNames, options);
  return {
    files: program.getSourceFiles().filter(({ fileName }) => isOurs(fileName)),
    checker: program.getTypeChecker(),
    place: (node) => {
      const file = node.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      return `${relative(root, file.fileName)}:${line + 1}`;
    },
  };
}

function isOurs(path: string): boolean {
  return !/node_modules|\.d\.ts$|\.gen\.ts$|\.test\.tsx?$|\.json$/.test(path);
}

/** Every node below, parents first. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* walk(child);
}
