import type { SharedTexts } from "../types.js";

export const shared: SharedTexts = {
  basis: {
    named: "nommé à côté de la citation",
    pronoun: "nommé plus haut, désigné ici par un pronom",
    role: "nommé plus haut, désigné ici par une description",
    described: "décrit à côté de la citation, mais non nommé",
    continued: "suite de la citation précédente",
    enclosing: "prononce aussi la citation englobante",
    turn: "a la parole dans un entretien",
    unnamed: "l’article ne donne pas de nom ici",
    ambiguous: "les mots peuvent désigner plusieurs personnes",
    unknown: "l’article n’indique pas clairement qui parle",
  },
  otherLanguage: "Ce texte semble être en {language}. whosaid ne lit que des articles en anglais.",
};
