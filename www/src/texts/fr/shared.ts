import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "nommé à côté de la citation",
    pronoun: "nommé plus haut, désigné ici par un pronom",
    role: "nommé plus haut, désigné ici par une description",
    described: "décrit à côté de la citation, mais non nommé",
    continued: "suite de la citation précédente",
    enclosing: "prononce aussi la citation englobante",
    turn: "pose une question ou répond dans un entretien",
    unnamed: "nous n’avons pas trouvé de nom",
    ambiguous: "nous n’avons pas pu déterminer de quelle personne il s’agit",
    unknown: "nous n’avons pas pu déterminer qui parle",
  },
  otherLanguage: "Ce texte semble être en {language}. whosaid ne lit que des articles en anglais.",
};
