import type { RuleTexts } from "../types.js";

export const rules: RuleTexts = {
  coordination: "plusieurs qui parlent ensemble, mentionnés à côté de la citation",
  epithet: "seul personnage principal de l’article à proximité, désigné ici par une description",
  "interview-answer": "réponse dans un entretien avec cette personne",
  "just-quoted": "cité dans la phrase précédente, désigné ici par un pronom",
  "only-candidate": "seule personne proche que le pronom peut désigner",
  organization: "seule organisation de l’article à laquelle cette description convient",
  "previous-speaker": "a parlé ou agi juste avant, désigné ici par un pronom",
  "speaker-ranking": "le locuteur le plus probable, d’après qui est mentionné et qui parle à proximité",
  ranking: "nommé plus haut, et la personne la plus probable pour ce pronom",
  "relative-clause": "nommé juste avant « who » dans la même phrase",
  "sentence-subject": "décrit dans la phrase précédente, désigné ici par un pronom",
  "singular-they": "a parlé avant, désigné ici par « they »",
  "speaking-organization": "a parlé en dernier, désigné ici par « they » ou « it »",
  "unique-role": "le seul dans l’article à avoir ce rôle",
};
