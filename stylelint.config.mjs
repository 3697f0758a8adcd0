// The house style of CSS. Raw values live in tokens.css; print.css may overrule.
const physical = [
  "left",
  "right",
  "top",
  "bottom",
  "/^(margin|padding|scroll-margin|scroll-padding)-(left|right|top|bottom)$/",
  "/^border-(left|right|top|bottom)(-|$)/",
  "/^(min-|max-)?(width|height)$/",
];
const rawColours = ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color"];
const rawLengths = ["px", "rem", "pt", "pc", "cm", "mm", "in"];

export default {
  extends: "stylelint-config-standard",
  plugins: ["./tools/stylelint-layered.mjs"],
  reportNeedlessDisables: true,
  reportDescriptionlessDisables: true,
  rules: {
    "bulletin/layered": true,
    "color-named": "never",
    "color-no-hex": true,
    "custom-property-pattern": "^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "declaration-no-important": true,
    "declaration-property-value-disallowed-list": {
      "/^(float|clear|text-align)$/": ["left", "right"],
      "text-align": ["justify", "left", "right"],
      hyphens: ["auto"],
    },
    "function-disallowed-list": rawColours,
    "property-disallowed-list": physical,
    "selector-class-pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$",
    "selector-max-class": 2,
    "selector-max-id": 0,
    // A query cannot read custom properties, so its width is written out.
    "unit-disallowed-list": [rawLengths, { ignoreMediaFeatureNames: { rem: ["/width/"] } }],
  },
  overrides: [
    {
      files: ["**/tokens.css"],
      rules: {
        "color-named": null,
        "color-no-hex": null,
        "function-disallowed-list": null,
        "unit-disallowed-list": null,
      },
    },
    {
      // An Atom feed has elements of its own.
      files: ["**/feed.css"],
      rules: { "selector-type-no-unknown": null },
    },
    {
      files: ["**/print.css"],
      rules: { "declaration-no-important": null, "unit-disallowed-list": null },
    },
  ],
};
