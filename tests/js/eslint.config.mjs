// The rules for the scripts of the site and for their tests. Names that are not defined are found by tsc.
import js from "@eslint/js";

const HOUSE = {
  "no-undef": "off",
  "no-shadow": "error",
  "no-implicit-coercion": "error",
  "no-param-reassign": "error",
  "no-else-return": "error",
  "no-var": "error",
  "prefer-const": "error",
  "object-shorthand": "error",
  "arrow-body-style": "error",
  eqeqeq: "error",
  "max-lines": ["error", 250],
  "max-lines-per-function": ["error", { max: 40, skipComments: true }],
  "max-len": ["error", { code: 130, ignoreStrings: true, ignoreTemplateLiterals: true }],
};

export default [
  js.configs.recommended,
  { rules: HOUSE, linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/assets/*.js", "**/following/*.js"],
    languageOptions: { sourceType: "script" },
    rules: { strict: ["error", "global"], "no-unused-vars": ["error", { vars: "local" }] },
  },
];
