/** The types of a report, which the core's own package defines. */
export type {
  Basis,
  Entity,
  EntityKind,
  Marked,
  Mention,
  Quote,
  Replacement,
  Report,
  TextRange,
} from "./wasm/whosaid.js";
