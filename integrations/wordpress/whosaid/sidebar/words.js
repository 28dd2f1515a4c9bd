/** Replaces words in rich text, which keeps its formats: what is new has those of the words in whose place it stands. */
window.whosaidWords = (() => {
  /** What rich text has in place of an image. */
  const OBJECT = "\ufffc";

  /** Returns the part of a range that its replacement changes, with what takes its place. */
  function narrow(text, { start, end }, replacement) {
    let [from, to, first, last] = [start, end, 0, replacement.length];
    while (from < to && first < last && text[from] === replacement[first]) {
      from++;
      first++;
    }
    while (from < to && first < last && text[to - 1] === replacement[last - 1]) {
      to--;
      last--;
    }
    return { from, to, words: replacement.slice(first, last) };
  }

  /** Returns the formats of the first character of a range; of an empty one, those that the characters on both sides have. */
  function formatsOf({ formats }, from, to) {
    const first = formats[from] ?? [];
    return from < to ? first : first.filter((format) => formats[from - 1]?.includes(format));
  }

  /**
   * Returns an attribute's value after the words in a range of it were replaced, or null where that would remove an image.
   * `richText` is the library of WordPress, `options` are those that it reads the attribute with.
   */
  function replace(richText, value, range, replacement, options) {
    const html = typeof value === "string" ? value : value.toHTMLString(options);
    const before = richText.create({ html, ...options });
    const { from, to, words } = narrow(before.text, range, replacement);
    if (before.text.slice(from, to).includes(OBJECT)) return null;
    const { length } = words;
    // The library skips characters without formats only where the list has a gap.
    const formats = formatsOf(before, from, to);
    const inserted = { text: words, formats: Array(length), replacements: Array(length) };
    if (formats.length > 0) inserted.formats.fill(formats);
    const after = richText.insert(before, inserted, from, to);
    const changed = richText.toHTMLString({ value: after, ...options });
    return typeof value === "string" ? changed : value.constructor.fromHTMLString(changed, options);
  }

  return { replace };
})();
