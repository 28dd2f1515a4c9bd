/**
 * The text of a draft in the block editor, and where each of its words stands in the blocks.
 *
 * It knows of WordPress only how rich text is turned into plain text and what attributes a kind of block has, both of which are handed on.
 */
window.whosaidDraft = (() => {
  /** Blocks whose words are no part of the article, or repeat it. */
  const LEFT_OUT =
    /^core\/(buttons?|code|file|html|more|navigation.*|nextpage|pullquote|search|shortcode|social-links?|table)$/;

  /** What stands between two blocks, or two attributes of one. */
  const SEPARATOR = "\n\n";

  /** What rich text has in place of an image. */
  const OBJECT = "\ufffc";

  /**
   * Returns a reader of drafts, which reads again only what has changed.
   * `plainText` makes plain text of an attribute's value by the attribute's definition, of the same length as the editor counts;
   * `attributesOf` returns the definitions of a block's attributes by the block's name.
   */
  function createReader(plainText, attributesOf) {
    // The editor makes new attributes for each change, and keeps those of all other blocks.
    const known = new WeakMap();

    function readAttributes({ name, attributes }) {
      const before = known.get(attributes);
      if (before) return before;
      const texts = [];
      for (const [attribute, definition] of Object.entries(attributesOf(name))) {
        const { source, multiline } = definition;
        if ((source !== "html" && source !== "rich-text") || multiline) continue;
        const value = attributes[attribute];
        const text = value ? plainText(value, definition).replaceAll(OBJECT, " ") : "";
        if (text.trim()) texts.push({ attribute, text });
      }
      known.set(attributes, texts);
      return texts;
    }

    function* readBlocks(blocks) {
      for (const block of blocks) {
        if (LEFT_OUT.test(block.name)) continue;
        const own = readAttributes(block);
        // Who said a quote, and what an image shows, stands below it.
        if (block.innerBlocks.length > 0) yield* readBlocks(block.innerBlocks);
        for (const { attribute, text } of own) yield { clientId: block.clientId, attribute, text };
      }
    }

    /** Returns the text of blocks, with the places of its parts in their order. */
    return (blocks) => {
      const parts = [];
      let text = "";
      for (const part of readBlocks(blocks)) {
        if (text) text += SEPARATOR;
        parts.push({
          clientId: part.clientId,
          attribute: part.attribute,
          start: text.length,
          end: text.length + part.text.length,
        });
        text += part.text;
      }
      return { text, parts };
    };
  }

  /**
   * Returns where a range of the text is: the block, the attribute, and the offsets in it. What goes on in other blocks is cut off. An empty
   * range is where something can be inserted.
   */
  function locate({ parts }, { start, end }) {
    const part = parts.find((one) => one.end > start || (start === end && one.end === start));
    if (!part || end < part.start || (start < end && end === part.start)) return null;
    const { clientId, attribute } = part;
    return {
      clientId,
      attribute,
      start: Math.max(start, part.start) - part.start,
      end: Math.min(end, part.end) - part.start,
    };
  }

  /** Returns the offset in the text of a place in a block; null where the text has no such place. */
  function offsetOf({ parts }, { clientId, attribute, offset }) {
    const part = parts.find((one) => one.clientId === clientId && one.attribute === attribute);
    return part && offset <= part.end - part.start ? part.start + offset : null;
  }

  return { createReader, locate, offsetOf };
})();
