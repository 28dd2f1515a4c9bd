import type { CheckTexts } from "../types.js";

export const check: CheckTexts = {
  rules: {
    "unattributed-quote": [
      "Zitat ohne Sprecher",
      "Wer die Wörter in Anführungszeichen gesagt hat, muss im Text stehen.",
    ],
    "full-name": [
      "Voller Name",
      "Wer spricht, wird zuerst mit vollem Namen genannt, danach mit dem Nachnamen.",
    ],
    "missing-role": [
      "Sprecher nicht vorgestellt",
      "Man will wissen, wer spricht und warum gerade diese Person gefragt wird.",
    ],
    "name-spelling": ["Name in zwei Schreibweisen", "Ein Name wird immer gleich geschrieben."],
    "quotation-marks": ["Anführungszeichen", "Anfang und Ende eines Zitats müssen zu sehen sein."],
    "repeated-quote": [
      "Zitat abweichend wiederholt",
      "In Anführungszeichen steht, was gesagt wurde; es lautet also überall gleich.",
    ],
    "anonymous-source": ["Anonyme Quelle", "Der Text sagt, warum eine Quelle nicht genannt wird."],
    "single-source": ["Nur eine Quelle", "Ein Artikel mit nur einer Quelle zeigt nur eine Seite."],
    "dominant-speaker": [
      "Eine Stimme überwiegt",
      "Ein Artikel, in dem die meisten zitierten Wörter von einer Person stammen, ist vielleicht einseitig.",
    ],
    "loaded-verb": [
      "Wertendes Verb",
      "Verben wie „behaupten“ oder „zugeben“ verraten, was der Artikel von der Aussage hält.",
    ],
    "ambiguous-pronoun": [
      "Unklares Pronomen",
      "Niemand soll raten müssen, welche von zwei Personen spricht.",
    ],
    "headline-quote": [
      "Zitat in der Überschrift",
      "Was in der Überschrift in Anführungszeichen steht, sagt jemand im Artikel mit denselben Worten.",
    ],
    "conflicting-details": [
      "Widersprüchliche Angaben",
      "Eine Person hat zur selben Zeit nur ein Alter, eine Partei und ein Amt.",
    ],
    "paraphrase-mismatch": [
      "Wiedergabe und Zitat weichen ab",
      "Eine Wiedergabe sagt dasselbe wie das Zitat daneben.",
    ],
  },
  severities: { error: "Fehler", warning: "Warnungen", suggestion: "Vorschläge" },
  checking: "Wird geprüft …",
  nothingFound: "Keine Funde.",
  noProof: "Die Regeln kennen nur einige Arten von Fehlern; sie ersetzen keine zweite Lektüre.",
  allDismissed: "Alle Funde sind verworfen.",
  fix: "Beheben",
  fixWords: "Beheben: {words} schreiben",
  fixed: "Geändert in {words}.",
  dismiss: "Verwerfen",
  dismissOne: "Verwerfen: {rule}, {words}",
  dismissed: { one: "{count} verworfener Fund", other: "{count} verworfene Funde" },
  showDismissed: "Wieder zeigen",
  retry: "Noch einmal versuchen",
  settings: {
    label: "Regeln und Grenzen",
    rules: "Regeln",
    choices: { off: "Aus", suggestion: "Vorschlag", warning: "Warnung", error: "Fehler" },
    share: "Größter Anteil einer Person, in Prozent",
    length: "Wörter, ab denen es eine zweite Quelle braucht",
    verbs: "Wertende Verben, etwa claim",
    names: "Namen, die keine Vorstellung brauchen",
    commas: "Mehrere mit Kommas trennen.",
    reset: "Auf die üblichen Einstellungen zurücksetzen",
  },
};
