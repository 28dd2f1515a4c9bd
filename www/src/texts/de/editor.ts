import type { EditorTexts } from "../types.js";

export { page } from "./page.js";

export const editor: EditorTexts = {
  label: "Wer sagt was",
  loading: "Die Analyse wird geladen …",
  analyzing: "Der Text wird analysiert …",
  retry: "Erneut versuchen",
  correct: "Korrigieren …",
  correctQuote: "Korrigieren: {quote}",
  errors: {
    unavailable:
      "Die Analyse konnte nicht geladen werden. Ihr Entwurf ist davon nicht betroffen. Prüfen Sie die Verbindung und versuchen Sie es erneut.",
    mismatch:
      "Diese Seitenleiste und ihre Analyse haben verschiedene Versionen. Speichern Sie Ihren Entwurf und laden Sie die Seite neu.",
    failed:
      "Dieser Entwurf konnte nicht analysiert werden. Er selbst ist davon nicht betroffen: Schreiben Sie weiter, oder versuchen Sie es erneut.",
    storedDamaged:
      "Die mit diesem Entwurf gespeicherten Korrekturen sind nicht lesbar. Was Sie jetzt korrigieren, wird an ihrer Stelle gespeichert.",
    storedNewer:
      "Die mit diesem Entwurf gespeicherten Korrekturen stammen aus einer späteren Version von whosaid. Laden Sie die Seite neu, um diese Version zu erhalten; was Sie jetzt korrigieren, wird an ihrer Stelle gespeichert.",
  },
  note: "Die Analyse kann sich irren: Prüfen Sie sie, bevor Sie veröffentlichen. Unsichere Zitate haben eine gestrichelte Linie.",
  lost: {
    one: "{count} gespeicherte Korrektur betrifft Wörter, die nicht mehr im Text stehen.",
    other: "{count} gespeicherte Korrekturen betreffen Wörter, die nicht mehr im Text stehen.",
  },
};
