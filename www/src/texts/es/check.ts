import type { CheckTexts } from "../types.js";

export const check: CheckTexts = {
  rules: {
    "unattributed-quote": ["Cita sin autor", "El texto debe decir quién dijo las palabras entre comillas."],
    "full-name": [
      "Nombre completo",
      "A quien habla se le nombra primero con nombre y apellido, y después por el apellido.",
    ],
    "missing-role": [
      "Persona sin presentar",
      "Se quiere saber quién habla y por qué se pregunta a esa persona.",
    ],
    "name-spelling": ["Nombre escrito de dos formas", "Un nombre se escribe de una sola forma."],
    "quotation-marks": ["Comillas", "Debe verse dónde empieza y dónde acaba una cita."],
    "repeated-quote": [
      "Cita repetida con cambios",
      "Las palabras entre comillas son las que se dijeron, así que son iguales en todas partes.",
    ],
    "anonymous-source": ["Fuente anónima", "El texto dice por qué no se nombra a una fuente."],
    "single-source": [
      "Una sola fuente",
      "Un artículo que se apoya en una sola fuente solo da a conocer una versión.",
    ],
    "dominant-speaker": [
      "Una voz predomina",
      "Un artículo en el que una persona tiene la mayoría de las palabras citadas puede ser parcial.",
    ],
    "loaded-verb": [
      "Verbo con carga",
      "Verbos como «alegar» o «admitir» revelan lo que el autor piensa de lo dicho.",
    ],
    "ambiguous-pronoun": ["Pronombre ambiguo", "Nadie debe tener que adivinar cuál de dos personas habla."],
    "headline-quote": [
      "Cita en el titular",
      "Las palabras entre comillas de un titular las dice alguien en el artículo, tal cual.",
    ],
    "conflicting-details": [
      "Datos contradictorios",
      "Una persona tiene una sola edad, un solo partido y un solo cargo a la vez.",
    ],
    "paraphrase-mismatch": [
      "La paráfrasis y la cita difieren",
      "Una paráfrasis dice lo mismo que la cita que está a su lado.",
    ],
  },
  severities: { error: "Errores", warning: "Advertencias", suggestion: "Sugerencias" },
  checking: "Revisando …",
  nothingFound: "Sin hallazgos.",
  noProof: "Las reglas solo conocen algunos tipos de errores; no sustituyen a otra lectura.",
  allDismissed: "Todos los hallazgos están descartados.",
  fix: "Corregir",
  fixWords: "Corregir: escribir {words}",
  fixed: "Cambiado a {words}.",
  dismiss: "Descartar",
  dismissOne: "Descartar: {rule}, {words}",
  dismissed: {
    one: "{count} hallazgo descartado",
    many: "{count} hallazgos descartados",
    other: "{count} hallazgos descartados",
  },
  showDismissed: "Mostrar de nuevo",
  retry: "Intentar de nuevo",
  settings: {
    label: "Reglas y límites",
    rules: "Reglas",
    choices: { off: "Desactivada", suggestion: "Sugerencia", warning: "Advertencia", error: "Error" },
    share: "Mayor proporción de una persona, en porcentaje",
    length: "Palabras a partir de las que hace falta otra fuente",
    verbs: "Verbos con carga, por ejemplo claim",
    names: "Nombres que no necesitan presentación",
    commas: "Separe varios con comas.",
    reset: "Restablecer los ajustes habituales",
  },
};
