/** The note that only English is read, in the language of the text itself, for the languages that are most common. */
export const OWN_LANGUAGE_NOTES: Readonly<Record<string, string>> = {
  ar: "يبدو أن هذا النص باللغة العربية. لا يقرأ whosaid سوى المقالات المكتوبة بالإنجليزية.",
  de: "Dieser Text ist anscheinend auf Deutsch. whosaid liest nur englische Artikel.",
  es: "Este texto parece estar en español. whosaid solo lee artículos en inglés.",
  fr: "Ce texte semble être en français. whosaid ne lit que des articles en anglais.",
  hi: "यह पाठ हिन्दी में लगता है। whosaid केवल अंग्रेज़ी लेख पढ़ता है।",
  it: "Questo testo sembra essere in italiano. whosaid legge solo articoli in inglese.",
  nl: "Deze tekst lijkt in het Nederlands te zijn. whosaid leest alleen Engelse artikelen.",
  pt: "Este texto parece estar em português. O whosaid lê apenas artigos em inglês.",
  ru: "Похоже, этот текст написан по-русски. whosaid читает только статьи на английском языке.",
  zh: "这篇文章似乎是中文的。whosaid 只能阅读英文文章。",
};
