import { expect, test } from "vitest";
import { COLORS, highlightRules, LOOKS, TINT } from "../../src/ui/speaker-colors.js";

type Color = readonly number[];

const parse = (color: string): Color => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** The relative luminance of a colour (WCAG 2.2). */
function luminance(color: Color): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Color, other: Color): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A paper with a tint of a colour over it. */
const tinted = (paper: Color, color: Color): Color =>
  paper.map((channel, index) => channel + ((color[index] as number) - channel) * (TINT / 100));

const WHITE = parse("#ffffff");
const BLACK = parse("#000000");

test.each(COLORS)(
  "the line %s is seen on white and on black, and text stays readable on its tint",
  (name) => {
    const color = parse(name);
    for (const paper of [WHITE, BLACK]) expect(contrast(color, paper)).toBeGreaterThanOrEqual(4.5);
    // Greys that have a contrast of 5.5 without the tint.
    for (const [paper, ink] of [
      [WHITE, "#696969"],
      [BLACK, "#818181"],
    ] as const) {
      expect(contrast(parse(ink), paper)).toBeGreaterThanOrEqual(5.3);
      expect(contrast(parse(ink), tinted(paper, color))).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test("every speaker has a look of their own, by the line as well", () => {
  const rules = highlightRules().split("@media")[0] ?? "";
  const looks = [...rules.matchAll(/whosaid-speaker-\d+\)\s*\{(.*?)\}/g)].map(([, look]) =>
    look?.replaceAll(/--whosaid-speaker-\d+/g, ""),
  );
  expect(looks).toHaveLength(LOOKS);
  expect(new Set(looks).size).toBe(LOOKS);
  const lines = looks.map((look) => /underline (\w+)/.exec(look ?? "")?.[1]);
  for (const [index, line] of lines.entries()) expect(line).not.toBe(lines[index + 1]);
});
