import type { ErrorTexts } from "../types.js";

export const errors: ErrorTexts = {
  engineUnavailable:
    "Die Analyse konnte nicht geladen werden. Prüfen Sie die Verbindung und laden Sie die Seite neu.",
  engineNotFound:
    "Die Analyse konnte nicht geladen werden ({status} für {path}). Ihr Text bleibt erhalten; laden Sie die Seite in einigen Minuten neu.",
  engineUnsupported:
    "Die Analyse läuft in diesem Browser nicht. Sie braucht Chrome oder Edge 91, Firefox 89, Safari 16.4 oder neuer; ist Ihrer neuer, laden Sie die Seite neu.",
  engineDamaged:
    "Die Analyse wurde nicht vollständig geladen, oder es kam eine andere Datei. Ihr Text bleibt erhalten; laden Sie die Seite neu, oder versuchen Sie es in einem anderen Netz.",
  engineMismatch:
    "Die Seite und ihre Analyse haben verschiedene Versionen, da whosaid gerade aktualisiert wurde. Kopieren Sie Ihren Text und laden Sie die Seite neu.",
  engineNotStarted:
    "Die Analyse startet nicht. Ihr Text bleibt erhalten: Ändern Sie ihn, um es noch einmal zu versuchen, oder kopieren Sie ihn und laden Sie die Seite neu.",
  engineCrashed:
    "Die Analyse ist bei diesem Text zweimal ausgefallen. Ihr Text und Ihre Korrekturen sind unverändert: Kürzen oder ändern Sie den Text, dann wird er erneut analysiert.",
  textTooLong:
    "Der Text ist zu lang für den Speicher dieses Browsers. Er steht noch im Textfeld; versuchen Sie es mit einem Teil davon.",
  analysisFailed:
    "Der Text konnte nicht analysiert werden. Er steht noch im Textfeld; versuchen Sie es mit einem Teil davon.",
  stopped:
    "Analyse abgebrochen. Ihr Text ist unverändert: Bearbeiten Sie ihn, oder laden Sie die Seite neu, um ihn zu analysieren.",
  checkUnavailable:
    "Die Prüfung konnte nicht geladen werden. Prüfen Sie die Verbindung und öffnen Sie die Liste noch einmal.",
  checkRefused: "Der Text konnte nicht geprüft werden: {reason}",
  checkFailed:
    "Die Prüfung ist an diesem Text gescheitert. Ändern Sie den Text oder die Einstellungen der Prüfung, um es noch einmal zu versuchen; nichts ging verloren.",
  fileTooLarge: "{name} ist größer als 60 MB. Kopieren Sie den benötigten Teil und fügen Sie ihn ein.",
  fileExpands:
    "{name} entpackt sich zu weit mehr Text, als ein Artikel hat. Kopieren Sie den benötigten Teil und fügen Sie ihn ein.",
  fileEmpty:
    "{name}: Diese Datei enthält keinen Text. Öffnen Sie eine andere Datei, oder fügen Sie den Text ein.",
  fileOldFormat:
    "{name}: Speichern Sie diese Datei als .docx, .pdf oder reinen Text, und öffnen Sie sie dann erneut.",
  fileUnsupported: "{name}: Dateityp nicht unterstützt. Verwenden Sie Text, Markdown, HTML, .docx oder .pdf.",
  fileBinary:
    "{name}: Diese Datei enthält keinen Text. Öffnen Sie eine Text-, Markdown-, HTML-, .docx- oder .pdf-Datei.",
  fileDamaged:
    "{name} lässt sich nicht lesen: Die Datei ist beschädigt oder keine {format}-Datei. Speichern Sie sie neu, oder fügen Sie den Text ein.",
  fileNoArticle:
    "{name} enthält keinen Artikel. Kopieren Sie den Text aus dem Browser und fügen Sie ihn ein.",
  readerUnavailable:
    "Das Programm für diesen Dateityp konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
  pdfLocked:
    "{name} ist durch ein Passwort geschützt. Speichern Sie eine Kopie ohne Passwort, oder fügen Sie den Text ein.",
  pdfScanned:
    "{name} enthält Bilder von Seiten, keinen Text. Verwenden Sie eine Texterkennung (OCR), oder fügen Sie den Text ein.",
  linkDamaged:
    "Dieser Link ist beschädigt, der Artikel darin lässt sich nicht lesen. Bitten Sie um einen neuen Link.",
  linkNewer:
    "Dieser Link stammt von einer neueren Version von whosaid: Einige seiner Korrekturen sind hier nicht lesbar. Der Artikel ist vollständig; laden Sie die Seite neu, um die neue Version zu erhalten.",
  keptDamaged:
    "Der auf diesem Gerät gespeicherte Artikel ist nicht lesbar. Fügen Sie ihn noch einmal ein, oder öffnen Sie ihn aus einer Datei.",
  storageUnavailable:
    "Dieser Browser erlaubt der Seite nicht, Daten zu speichern, oder der Artikel ist dafür zu lang. Speichern Sie ihn stattdessen als Datei.",
};
