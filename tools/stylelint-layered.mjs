// A stylelint rule: every style stands in a cascade layer, so that order in the file never decides.
import stylelint from "stylelint";

const ruleName = "bulletin/layered";
const messages = stylelint.utils.ruleMessages(ruleName, {
  rejected: (found) => `"${found}" stands in no layer — wrap it in @layer`,
});
// These do not take part in the cascade.
const free = new Set(["layer", "charset", "import", "font-face", "property", "namespace"]);

const rule = (isOn) => (root, result) => {
  if (!isOn) return;
  for (const node of root.nodes) {
    if (node.type === "comment" || free.has(node.name)) continue;
    const found = node.selector ?? `@${node.name}`;
    stylelint.utils.report({ ruleName, result, node, message: messages.rejected(found) });
  }
};

export default stylelint.createPlugin(ruleName, Object.assign(rule, { ruleName, messages }));
