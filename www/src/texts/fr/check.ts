import type { CheckTexts } from "../types.js";

export const check: CheckTexts = {
  rules: {
    "unattributed-quote": [
      "Citation sans auteur",
      "Le texte doit dire qui a prononcé les mots entre guillemets.",
    ],
    "full-name": [
      "Nom complet",
      "Une personne citée est d’abord nommée en entier, puis par son nom de famille.",
    ],
    "missing-role": [
      "Personne non présentée",
      "On veut savoir qui parle, et pourquoi cette personne est interrogée.",
    ],
    "name-spelling": ["Nom écrit de deux façons", "Un nom s’écrit d’une seule façon."],
    "quotation-marks": ["Guillemets", "Il faut voir où une citation commence et où elle finit."],
    "repeated-quote": [
      "Citation répétée autrement",
      "Les mots entre guillemets sont ceux qui ont été dits : ils sont partout les mêmes.",
    ],
    "anonymous-source": ["Source anonyme", "Le texte dit pourquoi une source n’est pas nommée."],
    "single-source": [
      "Une seule source",
      "Un article qui repose sur une seule source ne fait entendre qu’une version.",
    ],
    "dominant-speaker": [
      "Une voix domine",
      "Un article où une seule personne a la plupart des mots cités est peut-être partial.",
    ],
    "loaded-verb": [
      "Verbe orienté",
      "Des verbes comme « prétendre » ou « avouer » disent ce que l’auteur pense des propos.",
    ],
    "ambiguous-pronoun": [
      "Pronom ambigu",
      "Personne ne doit avoir à deviner laquelle de deux personnes parle.",
    ],
    "headline-quote": [
      "Citation dans le titre",
      "Les mots entre guillemets d’un titre sont dits par quelqu’un dans l’article, tels quels.",
    ],
    "conflicting-details": [
      "Détails contradictoires",
      "Une personne n’a qu’un âge, un parti et une fonction à la fois.",
    ],
    "paraphrase-mismatch": [
      "Paraphrase et citation divergent",
      "Une paraphrase dit la même chose que la citation voisine.",
    ],
  },
  severities: { error: "Erreurs", warning: "Avertissements", suggestion: "Suggestions" },
  checking: "Vérification …",
  nothingFound: "Rien à signaler.",
  noProof: "Les règles ne connaissent que certaines erreurs ; elles ne remplacent pas une relecture.",
  allDismissed: "Tous les signalements sont écartés.",
  fix: "Corriger",
  fixWords: "Corriger : écrire {words}",
  fixed: "Remplacé par {words}.",
  dismiss: "Écarter",
  dismissOne: "Écarter : {rule}, {words}",
  dismissed: {
    one: "{count} signalement écarté",
    many: "{count} signalements écartés",
    other: "{count} signalements écartés",
  },
  showDismissed: "Afficher de nouveau",
  retry: "Réessayer",
  settings: {
    label: "Règles et limites",
    rules: "Règles",
    choices: { off: "Désactivée", suggestion: "Suggestion", warning: "Avertissement", error: "Erreur" },
    share: "Part maximale d’une personne, en pour cent",
    length: "Nombre de mots à partir duquel il faut une seconde source",
    verbs: "Verbes orientés, par exemple claim",
    names: "Noms qui n’ont pas à être présentés",
    commas: "Séparez-les par des virgules.",
    reset: "Rétablir les réglages habituels",
  },
};
