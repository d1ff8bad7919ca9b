import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

// Imports point down only: routes > frame > features > organisms > molecules > atoms > lib. Neighbours on one floor may meet.
const FLOORS = [
  "routes",
  "frame",
  "features",
  "components/organisms",
  "components/molecules",
  "components/atoms",
  "lib",
];
const floors = FLOORS.slice(1).map((floor, index) => ({
  files: [`src/${floor}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          { group: FLOORS.slice(0, index + 1).map((above) => `@/${above}/**`), message: "Imports point down." },
        ],
      },
    ],
  },
}));

export default defineConfig([
  globalIgnores([
    "node_modules",
    "dist",
    "src/routeTree.gen.ts",
    "src/api/schema.d.ts",
    "src/api/bodies",
    "public",
    "build/words/samples",
  ]),
  {
    files: ["**/*.{ts,tsx}"],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      reactHooks.configs.flat["recommended-latest"],
      jsxA11y.flatConfigs.strict,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // The router stops a loader by throwing its own redirect and not-found objects.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "package", package: "@tanstack/router-core", name: ["NotFoundError", "Redirect"] }] },
      ],
      "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }],
      eqeqeq: "error",
    },
  },
  ...floors,
]);
