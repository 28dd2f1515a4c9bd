/** Writes long articles: the same text for the same number of quotes, of sentences that differ. */

const FIRST =
  "Anna Tom Ingrid Jonas Mary Peter Ellen Carl Nina Paul Laura Simon Helen Martin Ruth David Clara Omar Lucia Victor Amina Felix Rosa Henrik".split(
    " ",
  );
const LAST =
  "Berg Hale Solheim Vik Stone Lund Moore Weiss Koch Grant Frost Reed Cray Okafor Lindqvist Boyle Marsh Tanaka Romero Dubois Keller Novak Price Amundsen".split(
    " ",
  );
const ROLES = [
  "the harbour master",
  "a teacher",
  "the mayor",
  "a spokesman for the ferry company",
  "the fire chief",
  "a union official",
  "the chief engineer",
  "a baker",
  "the head of the hospital",
  "a fisherman",
];
const PLACES =
  "Oslo Bergen Leeds Porto Tromso Aberdeen Rotterdam Gdansk Bristol Malmo Dundee Antwerp Cork Hull Turku Genoa".split(
    " ",
  );
const VERBS = ["said", "told reporters", "added", "explained", "warned", "argued", "insisted", "recalled"];
const REPORTED = ["said", "added", "explained", "warned", "argued", "insisted"];
const SUBJECTS =
  "The bridge|The new school|The old quay|Our budget|The night ferry|The water main|This winter|The market hall|The bus line|The town library|That decision|The flood wall".split(
    "|",
  );
const PREDICATES =
  "will cost more than anybody expected|has to be closed before the autumn|was never meant to carry so many people|needs a second pair of hands|kept the whole valley awake|is the best thing that has happened to us|cannot wait for another vote|opened two weeks late|saved at least thirty jobs|should have been repaired years ago".split(
    "|",
  );
const ENDINGS =
  "and we all knew it|but nobody asked us|which is why I came home|whatever the ministry writes|as far as I can tell|and that is the end of it|long before the storm|even if it takes all summer".split(
    "|",
  );
const REMARKS =
  "The council votes again on the plan in the first week of March.|Rain had fallen on the town since early morning.|About two hundred people stood in the square when the doors opened.|The work began in 2019 and was stopped twice.|No one was hurt, and the road was open again by noon.|Similar plans have failed in three other towns on the coast.".split(
    "|",
  );

/**
 * An article with about this many quotes; each takes some 200 characters.
 * @param {number} quotes
 * @param {number} [seed]
 */
export function longArticle(quotes, seed = 1) {
  let state = seed;
  const random = (/** @type {number} */ below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  const one = (/** @type {readonly string[]} */ list) => /** @type {string} */ (list[random(list.length)]);
  const claim = () => `${one(SUBJECTS)} ${one(PREDICATES)}, ${one(ENDINGS)}`;
  const lower = (/** @type {string} */ sentence) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
  const paragraphs = ["Towns on the coast prepare for a long winter"];
  for (let found = 0; found < quotes; ) {
    const name = `${one(FIRST)} ${one(LAST)}`;
    const last = name.split(" ")[1];
    const opening = random(3);
    if (opening === 0)
      paragraphs.push(
        `“${claim()},” ${one(VERBS)} ${name}, ${one(ROLES)} in ${one(PLACES)}. ${one(REMARKS)}`,
      );
    else if (opening === 1)
      paragraphs.push(
        `In ${one(PLACES)}, ${name} ${one(REPORTED)} that ${lower(claim())}. ${one(REMARKS)} ${last} will leave in ${2026 + random(9)}.`,
      );
    else paragraphs.push(`${name}, ${one(ROLES)}, ${one(VERBS)}: “${claim()}.” ${one(REMARKS)}`);
    found++;
    if (random(2) === 0 && found < quotes) {
      paragraphs.push(
        `“${claim()},” ${last} ${one(REPORTED)}. ${one(REMARKS)} The meeting in ${one(PLACES)} lasted ${2 + random(7)} hours.`,
      );
      found++;
    }
  }
  return `${paragraphs.join("\n\n")}\n`;
}
