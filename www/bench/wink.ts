import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { offer } from "./contest.js";

const nlp = winkNLP(model, ["sbd", "pos", "ner"]);
const its = nlp.its;
offer({
  analyze(text) {
    const doc = nlp.readDoc(text);
    const entities = doc.entities().out(its.detail) as unknown[];
    const spans = doc.entities().out(its.span) as unknown[];
    return entities.length + spans.length;
  },
  memory: () => 0,
});
