import type { EditorTexts } from "../types.js";

export { page } from "./page.js";

export const editor: EditorTexts = {
  label: "Quién dijo qué",
  loading: "Cargando el análisis …",
  analyzing: "Analizando …",
  retry: "Reintentar",
  correct: "Corregir …",
  correctQuote: "Corregir: {quote}",
  errors: {
    unavailable:
      "No se pudo cargar el análisis. Su borrador no se ve afectado. Compruebe la conexión y vuelva a intentarlo.",
    mismatch:
      "Esta barra lateral y su análisis tienen versiones distintas. Guarde su borrador y vuelva a cargar la página.",
    failed:
      "No se pudo analizar este borrador. El texto no se ve afectado: siga escribiendo o vuelva a intentarlo.",
    storedDamaged:
      "No se pueden leer las correcciones guardadas con este borrador. Las que haga ahora se guardarán en su lugar.",
    storedNewer:
      "Las correcciones guardadas con este borrador se hicieron con una versión posterior de whosaid. Vuelva a cargar la página para obtener esa versión; las que haga ahora se guardarán en su lugar.",
  },
  note: "El análisis puede equivocarse: compruébelo antes de publicar. Las citas inciertas tienen una línea discontinua.",
  lost: {
    one: "{count} corrección guardada se refiere a palabras que ya no están en el texto.",
    other: "{count} correcciones guardadas se refieren a palabras que ya no están en el texto.",
  },
};
