import type { ErrorTexts } from "../types.js";

export const errors: ErrorTexts = {
  engineUnavailable: "No se pudo cargar el analizador. Compruebe la conexión y recargue la página.",
  engineNotFound:
    "No se pudo cargar el analizador ({status} para {path}). Su texto sigue aquí; recargue la página dentro de unos minutos.",
  engineUnsupported:
    "El analizador no funciona en este navegador. Necesita Chrome o Edge 91, Firefox 89, Safari 16.4 o posterior; si el suyo es posterior, recargue la página.",
  engineDamaged:
    "El analizador no se descargó por completo, o se recibió otro archivo. Su texto sigue aquí; recargue la página o pruebe con otra red.",
  engineMismatch:
    "La página y su analizador son de versiones distintas, porque whosaid acaba de actualizarse. Copie su texto y recargue la página.",
  engineNotStarted:
    "El analizador no arranca. Su texto sigue aquí: cámbielo para volver a intentarlo, o cópielo y recargue la página.",
  engineCrashed:
    "El analizador falló dos veces con este texto. Su texto y sus correcciones no han cambiado: acorte o cambie el texto y se analizará de nuevo.",
  textTooLong:
    "El texto es demasiado largo para la memoria de este navegador. Sigue en el campo; pruebe con una parte.",
  analysisFailed: "No se pudo analizar el texto. Sigue en el campo; pruebe con una parte.",
  stopped: "Análisis detenido. Su texto no ha cambiado: edítelo, o recargue la página para analizarlo.",
  checkUnavailable: "No se pudo cargar la revisión. Compruebe la conexión y vuelva a abrir la lista.",
  checkRefused: "No se pudo revisar el texto: {reason}",
  checkFailed:
    "La revisión falló con este texto. Cambie el texto o los ajustes de la revisión para intentarlo de nuevo; no se ha perdido nada.",
  fileTooLarge: "{name} ocupa más de 60 MB. Copie la parte que necesite y péguela.",
  fileExpands:
    "{name} contiene, una vez descomprimido, mucho más texto que cualquier artículo. Copie la parte que necesite y péguela.",
  fileEmpty: "{name}: este archivo no contiene texto. Abra otro archivo, o pegue el texto.",
  fileOldFormat: "{name}: guarde este archivo como .docx, .pdf o texto sin formato y ábralo de nuevo.",
  fileUnsupported: "{name}: tipo de archivo no compatible. Use texto, Markdown, HTML, .docx o .pdf.",
  fileBinary:
    "{name}: este archivo no contiene texto. Abra un archivo de texto, Markdown, HTML, .docx o .pdf.",
  fileDamaged:
    "No se puede leer {name}: está dañado, o no es un archivo {format}. Guárdelo de nuevo, o pegue el texto.",
  fileNoArticle: "{name} no contiene ningún artículo. Copie su texto desde el navegador y péguelo.",
  readerUnavailable:
    "No se pudo cargar el lector de este tipo de archivo. Compruebe la conexión e inténtelo de nuevo.",
  pdfLocked: "{name} está protegido con contraseña. Guarde una copia sin ella, o pegue el texto.",
  pdfScanned:
    "{name} contiene imágenes de páginas, no texto. Use reconocimiento de texto (OCR), o pegue el texto.",
  linkDamaged: "Este enlace está dañado y no se puede leer su artículo. Pida un enlace nuevo.",
  linkNewer:
    "Este enlace se creó con una versión posterior de whosaid: aquí no se pueden leer algunas de sus correcciones. El artículo está completo; recargue la página para obtener la nueva versión.",
  keptDamaged:
    "No se puede leer el artículo guardado en este dispositivo. Péguelo de nuevo, o ábralo desde un archivo.",
  storageUnavailable:
    "Este navegador no permite a la página guardar datos, o el artículo es demasiado largo. Guárdelo como archivo.",
};
