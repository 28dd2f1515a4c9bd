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
  otherLanguage: shared.otherLanguage,
  basis: shared.basis,
};
