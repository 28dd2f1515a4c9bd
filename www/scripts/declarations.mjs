/** One top-level declaration of a .d.ts file, with its comment. */
/** @typedef {{ name: string | null, text: string }} Declaration */

/**
 * Joins declarations of several .d.ts files into one, without imports.
 *
 * All of the last file is kept, and of the others what it refers to, directly or not.
 * @param {string[]} sources
 */
export function bundleDeclarations(sources) {
  const files = sources.map(splitDeclarations);
  const roots = files.at(-1) ?? [];
  /** @type {Map<string, Declaration>} */
  const byName = new Map();
  for (const declaration of files.flat()) {
    if (declaration.name && !byName.has(declaration.name)) byName.set(declaration.name, declaration);
  }
  const used = new Set(roots);
  // A set visits what is added while it is iterated.
  for (const { text } of used) {
    for (const word of withoutComments(text).match(/\b[A-Z]\w*/g) ?? []) {
      const found = byName.get(word);
      if (found) used.add(found);
    }
  }
  const kept = files.flat().filter((declaration) => used.has(declaration));
  return `${kept.map(({ text }) => text.trim()).join("\n\n")}\n`;
}

/**
 * The exported interfaces and types of a .d.ts file, and its `declare global`.
 * @param {string} source
 * @returns {Declaration[]}
 */
export function splitDeclarations(source) {
  /** @type {Declaration[]} */
  const declarations = [];
  let lines = /** @type {string[]} */ ([]);
  let depth = 0;
  let isInside = false;
  for (const line of source.split("\n")) {
    if (/^\/\* (tslint|eslint)/.test(line)) continue;
    const isComment = !isInside && /^\s*(\/\*|\*|\/\/)/.test(line);
    if (!isInside && !isComment && line.trim() !== "") isInside = true;
    lines.push(line);
    if (!isInside) {
      // A comment belongs to the declaration that follows without an empty line.
      if (line.trim() === "") lines = [];
      continue;
    }
    for (const character of withoutComments(line).replace(/"[^"]*"/g, "")) {
      if (character === "{") depth++;
      else if (character === "}") depth--;
    }
    if (depth > 0 || !/[;}]\s*$/.test(line)) continue;
    const text = lines.join("\n");
    const name = text.match(/^export (?:interface|type) (\w+)/m)?.[1] ?? null;
    if (name || /^declare global/m.test(text)) declarations.push({ name, text });
    lines = [];
    isInside = false;
  }
  return declarations;
}

/** @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}
