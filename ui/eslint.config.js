// The rules that keep ui/src in its tiers: views → features → kit; lib, text and generated serve all.
import js from "@eslint/js";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist/", "src/generated/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  { files: ["**/*.svelte", "**/*.svelte.ts"], languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } } },
  {
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver({ project: "./tsconfig.json" })] },
    rules: {
      "import-x/no-cycle": "error",
      // Text of others is data, never markup.
      "svelte/no-at-html-tags": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          zones: [
            { target: "./src/features", from: "./src/views", message: "A feature does not know the screen it is on." },
            { target: "./src/kit", from: ["./src/views", "./src/features", "./src/generated", "./src/text"], message: "The kit knows no news." },
            { target: "./src/lib", from: ["./src/views", "./src/features", "./src/kit"], message: "lib is below what is drawn." },
          ],
        },
      ],
    },
  },
);
