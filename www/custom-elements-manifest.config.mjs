/** Leaves what a website can use: no private or static members, and the path of the built script. */
function publicInterface() {
  return {
    name: "public-interface",
    packageLinkPhase({ customElementsManifest }) {
      const modules = customElementsManifest.modules.filter(({ declarations }) =>
        declarations?.some(({ customElement }) => customElement),
      );
      for (const module of modules) {
        const script = `${module.declarations.find(({ tagName }) => tagName)?.tagName}.js`;
        module.path = script;
        module.declarations = module.declarations.filter(({ customElement }) => customElement);
        for (const declaration of module.declarations) {
          declaration.members = declaration.members.filter(
            (member) => member.privacy !== "private" && !member.name.startsWith("#") && !member.static,
          );
          // Without a description, it is the event that a helper fires under a name it is given.
          declaration.events = declaration.events.filter(({ description }) => description);
        }
        module.exports = module.exports.filter(({ kind }) => kind === "custom-element-definition");
        for (const { declaration } of module.exports) declaration.module = script;
      }
      customElementsManifest.modules = modules;
    },
  };
}

export default {
  packagejson: false,
  globs: ["src/widget/element.ts", "src/editor/element.ts"],
  plugins: [publicInterface()],
};
