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
  rules: {
    coordination: "plusieurs qui parlent ensemble, mentionnés à côté de la citation",
    epithet: "seule personne proche dont parle l’article, désignée ici par une description",
    "interview-answer": "réponse dans un entretien avec cette personne",
    "just-quoted": "cité dans la phrase précédente, désigné ici par un pronom",
    "only-candidate": "seule personne proche que le pronom peut désigner",
    organization: "seule organisation de l’article à laquelle cette description convient",
    "previous-speaker": "a parlé ou agi juste avant, désigné ici par un pronom",
    "speaker-ranking": "correspond le mieux d’après qui est mentionné et qui parle avant et après",
    ranking: "nommé plus haut, et la personne la plus probable pour ce pronom",
    "relative-clause": "nommé juste avant « who » dans la même phrase",
    "sentence-subject": "décrit dans la phrase précédente, désigné ici par un pronom",
    "singular-they": "a parlé avant, désigné ici par « they »",
    "speaking-organization": "a parlé en dernier, désigné ici par « they » ou « it »",
    "unique-role": "le seul dans l’article à avoir ce rôle",
  },
  otherLanguage: "Ce texte semble être en {language}. whosaid ne lit que des articles en anglais.",
};
