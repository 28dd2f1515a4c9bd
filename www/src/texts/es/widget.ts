import type { Labels } from "../types.js";
import { shared } from "./shared.js";

export const labels: Labels = {
  title: "Quién dijo qué",
  read: "Mostrar quién dijo qué",
  reading: "Analizando …",
  failed: "No se ha podido analizar este artículo. Inténtelo de nuevo más tarde.",
  nobody: "Hablante desconocido",
  noQuotes: "Este artículo no contiene citas.",
  unsure: "dudoso",
  quote: "cita",
  quotes: "citas",
  checked: "Revisado por la redacción.",
  checkedPart: "Revisado en parte por la redacción; el resto se detectó automáticamente y puede ser erróneo.",
  automatic: "Detectado automáticamente, puede ser erróneo.",
  about: "Cómo se elabora esta lista",
  show: "Mostrar citas de",
  everyone: "todos",
  alsoSays: "Otras citas",
  previous: "Cita anterior",
  next: "Cita siguiente",
  close: "Cerrar",
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
