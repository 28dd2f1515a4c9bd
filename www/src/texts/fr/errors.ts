import type { ErrorTexts } from "../types.js";

export const errors: ErrorTexts = {
  engineUnavailable: "L’analyseur n’a pas pu être chargé. Vérifiez votre connexion et rechargez la page.",
  engineNotFound:
    "L’analyseur n’a pas pu être chargé ({status} pour {path}). Votre texte est conservé ; rechargez la page dans quelques minutes.",
  engineUnsupported:
    "L’analyseur ne fonctionne pas dans ce navigateur. Il faut Chrome ou Edge 91, Firefox 89, Safari 16.4 ou une version plus récente ; si la vôtre est plus récente, rechargez la page.",
  engineDamaged:
    "L’analyseur n’a pas été téléchargé entièrement, ou un autre fichier a été envoyé. Votre texte est conservé ; rechargez la page ou essayez un autre réseau.",
  engineMismatch:
    "La page et son analyseur ne sont pas de la même version, car whosaid vient d’être mis à jour. Copiez votre texte et rechargez la page.",
  engineNotStarted:
    "L’analyseur ne démarre pas. Votre texte est conservé : modifiez-le pour réessayer, ou copiez-le et rechargez la page.",
  engineCrashed:
    "L’analyseur s’est arrêté deux fois sur ce texte. Votre texte et vos corrections sont intacts : raccourcissez ou modifiez le texte, et il sera analysé à nouveau.",
  textTooLong:
    "Le texte est trop long pour la mémoire de ce navigateur. Il reste dans le champ ; essayez avec une partie.",
  analysisFailed: "Le texte n’a pas pu être analysé. Il reste dans le champ ; essayez avec une partie.",
  stopped: "Analyse arrêtée. Votre texte est intact : modifiez-le, ou rechargez la page pour l’analyser.",
  checkUnavailable:
    "La vérification n’a pas pu être chargée. Vérifiez votre connexion et ouvrez de nouveau la liste.",
  checkRefused: "Le texte n’a pas pu être vérifié : {reason}",
  checkFailed:
    "La vérification a échoué sur ce texte. Modifiez le texte ou les réglages de la vérification pour réessayer ; rien n’est perdu.",
  fileTooLarge: "{name} dépasse 60 Mo. Copiez la partie utile et collez-la.",
  fileExpands:
    "{name} contient, une fois décompressé, bien plus de texte qu’un article. Copiez la partie utile et collez-la.",
  fileEmpty: "{name} : ce fichier ne contient pas de texte. Ouvrez un autre fichier, ou collez le texte.",
  fileOldFormat: "{name} : enregistrez ce fichier en .docx, .pdf ou texte brut, puis ouvrez-le à nouveau.",
  fileUnsupported:
    "{name} : type de fichier non pris en charge. Utilisez du texte, Markdown, HTML, .docx ou .pdf.",
  fileBinary:
    "{name} : ce fichier ne contient pas de texte. Ouvrez un fichier texte, Markdown, HTML, .docx ou .pdf.",
  fileDamaged:
    "{name} est illisible : il est endommagé, ou n’est pas un fichier {format}. Enregistrez-le à nouveau, ou collez le texte.",
  fileNoArticle: "{name} ne contient pas d’article. Copiez son texte depuis le navigateur et collez-le.",
  readerUnavailable:
    "Le lecteur de ce type de fichier n’a pas pu être chargé. Vérifiez votre connexion et réessayez.",
  pdfLocked:
    "{name} est protégé par un mot de passe. Enregistrez une copie sans mot de passe, ou collez le texte.",
  pdfScanned:
    "{name} contient des images de pages, pas de texte. Utilisez la reconnaissance de texte (OCR), ou collez le texte.",
  linkDamaged: "Ce lien est endommagé et son article est illisible. Demandez un nouveau lien.",
  linkNewer:
    "Ce lien vient d’une version plus récente de whosaid : certaines de ses corrections sont illisibles ici. L’article est complet ; rechargez la page pour obtenir la nouvelle version.",
  keptDamaged:
    "L’article gardé sur cet appareil est illisible. Collez-le à nouveau, ou ouvrez-le depuis un fichier.",
  storageUnavailable:
    "Ce navigateur n’autorise pas la page à enregistrer des données, ou l’article est trop long. Enregistrez-le dans un fichier.",
};
