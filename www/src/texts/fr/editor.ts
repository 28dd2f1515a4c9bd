import type { EditorTexts } from "../types.js";

export { page } from "./page.js";

export const editor: EditorTexts = {
  label: "Qui a dit quoi",
  loading: "Chargement de l’analyse …",
  analyzing: "Analyse en cours …",
  retry: "Réessayer",
  correct: "Corriger …",
  correctQuote: "Corriger : {quote}",
  errors: {
    unavailable:
      "L’analyse n’a pas pu être chargée. Votre brouillon n’est pas affecté. Vérifiez votre connexion, puis réessayez.",
    mismatch:
      "Cette barre latérale et son analyse n’ont pas la même version. Enregistrez votre brouillon et rechargez la page.",
    failed: "Ce brouillon n’a pas pu être analysé. Il n’est pas affecté : continuez à écrire, ou réessayez.",
    storedDamaged:
      "Les corrections enregistrées avec ce brouillon sont illisibles. Celles que vous faites maintenant seront enregistrées à leur place.",
    storedNewer:
      "Les corrections enregistrées avec ce brouillon ont été faites avec une version plus récente de whosaid. Rechargez la page pour obtenir cette version ; celles que vous faites maintenant seront enregistrées à leur place.",
  },
  note: "L’analyse peut se tromper : vérifiez-la avant de publier. Les citations incertaines ont un trait discontinu.",
  lost: {
    one: "{count} correction enregistrée porte sur des mots qui ne sont plus dans le texte.",
    other: "{count} corrections enregistrées portent sur des mots qui ne sont plus dans le texte.",
  },
};
