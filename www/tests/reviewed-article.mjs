import { readFile } from "node:fs/promises";

/** A reviewed report. */
export const file = JSON.parse(
  await readFile(new URL("../examples/reviewed/article.whosaid.json", import.meta.url), "utf8"),
);

/** The paragraphs of its article below the headline. */
export const PARAGRAPHS = [
  "The town library of Ostby will keep four hives on its roof, the council decided on Thursday. “It is the quietest room we have,” said the librarian, <a href='#lund'>Maja Lund</a>.",
  "Not everybody is pleased. Councillor Peter Holm said that the hives were “a costly hobby.” He asked who would answer for stings. <strong>“We have <a href='#insurance'>insurance</a> for that,”</strong> Lund replied.",
  "Beekeepers from the town will look after the hives. “Bees fly over the street, not into it,” said Jonas Vik, who chairs their club. The first honey will be sold in July, he added.",
];

/** Words without a quote. */
export const FILLER =
  "The building from 1928 has a flat roof of nine hundred square metres, which nobody has used since the cinema next door was torn down. In the last two years the town had it sealed, and a stair with a gate was put up on the side of the market, for which the council had set aside a sum from the fund for parks.";

/**
 * The article several times over, with all its quotes each time, and so many paragraphs without one in between.
 * @param {number} times
 * @param {number} fillers
 */
export function repeatArticle(times, fillers) {
  const block = [...PARAGRAPHS, ...Array.from({ length: fillers }, () => FILLER)];
  const words = block.join(" ").split(/\s+/).length * times;
  const article = `<article>${Array.from({ length: times }, () => block.map((one) => `<p>${one}</p>`).join("")).join("")}</article>`;
  const report = structuredClone(file);
  const repeat = (/** @type {any[]} */ items) =>
    Array.from({ length: times }, (_, time) => items.map((item) => move(structuredClone(item), time))).flat();
  const move = (/** @type {any} */ value, /** @type {number} */ time) => {
    if (typeof value !== "object" || value === null) return value;
    for (const inner of Object.values(value)) move(inner, time);
    if (typeof value.start === "number") value.start += time * (file.text.length + fillers * FILLER.length);
    return value;
  };
  report.report.quotes = repeat(report.report.quotes);
  for (const [index, quote] of report.report.quotes.entries()) quote.id = `q${index}`;
  for (const entity of report.report.entities) entity.mentions = repeat(entity.mentions);
  return { article, report, words };
}
