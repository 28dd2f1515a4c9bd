/**
 * Articles for the pages of this folder, and what else such pages print.
 *
 * A paragraph is HTML as an editor leaves it; `NOISE` is what belongs to no article, each piece with a speaker of its own.
 */

/** @typedef {{ headline: string, byline: string, paragraphs: string[] }} Article */

/** @type {Article[]} */
export const ARTICLES = [
  {
    headline: "Harbour bridge to close for six weeks",
    byline: "By Ruth Amsel",
    paragraphs: [
      "The bridge over the inner harbour will close on Monday for repairs that the council has put off twice.",
      "“We could not wait for another winter,” said <a href='/people/boyle'>Clara Boyle</a>, the mayor. She added that buses would run every ten minutes.",
      "Shopkeepers on the north bank are worried. “<em>Six weeks</em> is a long time without customers,” said Tom Hale, who owns a bakery there.",
      "The work is expected to cost four million dollars. Boyle said that the state would pay half of it.",
    ],
  },
  {
    headline: "School reading scores rise for a third year",
    byline: "By Peter Lang",
    paragraphs: [
      "Reading scores in the district rose for the third year in a row, according to figures published on Tuesday.",
      "“The tutors made the difference,” said Anna Lind, the superintendent.",
      "<span class='dropcap'>N</span>ot everybody agreed. Teacher Jonas Vik said that the tests had become “a little easier”.",
      "Lind rejected that. “The tests are the same,” she said.",
    ],
  },
  {
    headline: "Ferry strike ends after night of talks",
    byline: "By Maria Costa",
    paragraphs: [
      "Ferries began to sail again on Friday after the crews accepted a new offer.",
      "“It is not everything we wanted, but it is fair,” said union leader Peter Holm.",
      "<strong>“I am relieved,”</strong> the transport minister, Ingrid Solheim, told reporters.",
      "Advertising for the summer season will start next week, the company said. Comments by its chairman had angered the crews.",
    ],
  },
  {
    headline: "Farmers ask for rain insurance",
    byline: "By Leo Hart",
    paragraphs: [
      "After a second dry spring, farmers in the valley want the state to insure their harvests.",
      "“Nobody here can carry this alone,” said Maja Lund, who grows barley on 90 hectares.",
      "“We have to share the risk.",
      "“That is what a state is for,” she continued.",
      "The agriculture secretary, Daniel Roth, said that he would “look at every proposal”.",
    ],
  },
];

/** What stands between paragraphs and is never the article's. */
export const NOISE = {
  ad: "“My back pain was gone in a week,” says Brenda Walsh of Akron.",
  sponsored: "“This card pays for my holidays,” said banker Dirk Fulton.",
  related: "“I never saw it coming,” says goalkeeper Oliver Stone",
  relatedToo: "Senator Grace Moody: “No more delays”",
  newsletter: "“The best start to my day,” said reader Hugo Blum.",
  comment: "“Typical of this town,” wrote Walter Pratt.",
  cookie: "“Privacy matters to us,” said Data Officer Nina Kurz.",
  author: "Our reporter has covered the coast since 2009. “I love it here,” said Rita Falk.",
  share: "“Read this!” said Edgar Poll.",
  tweet: "“What a mess,” said Victor Lamb. — Victor Lamb (@vlamb) May 4",
  footer: "“All rights reserved,” said Publisher Otto Grau.",
  nav: "“Vote now,” said Wanda Frost",
  hidden: "“You cannot see me,” said Ghost Writer Ivo Pale.",
  poll: "“Yes, of course,” said voter Carla Dunn.",
  paywall: "“Worth every cent,” said subscriber Felix Crane.",
  trending: "“We won!” said coach Bruno Keller",
};
