/** What is stored with a post of the report that the sidebar has made. */
window.whosaidReview = (() => {
  /** Returns the stored report, or null where there is none that can be read. */
  function read(json) {
    try {
      const file = json ? JSON.parse(json) : null;
      return file?.review && Array.isArray(file.report?.quotes) ? file : null;
    } catch {
      return null;
    }
  }

  /** Returns what somebody who checks quotes looks at: their words and their speakers. */
  function whatIsChecked(file) {
    const names = new Map(file.report.entities.map(({ id, name }) => [id, name]));
    const quotes = file.report.quotes.map(({ content, speaker }) => [
      ...content.map(({ selector }) => selector.exact),
      names.get(speaker) ?? null,
    ]);
    return JSON.stringify(quotes);
  }

  /** Returns whether two reports tell the same, whenever they were made. */
  function isSame(one, other) {
    const told = ({ text, review: { extent }, report }) =>
      JSON.stringify([text.sha256, text.length, extent, report]);
    return one !== null && other !== null && told(one) === told(other);
  }

  /**
   * Returns what is to be stored of a new report after the one that is stored: an empty text where nobody has checked anything. All is
   * checked as long as quotes and speakers are those that somebody has checked. A part stays checked when the text changes, but not when
   * the last correction is taken back.
   */
  function next(made, stored, reason) {
    if (!made) return "";
    const wasAll = stored?.review.extent === "all";
    if (wasAll && whatIsChecked(made) === whatIsChecked(stored)) {
      return write({ ...made, review: stored.review }, stored);
    }
    const isPart = made.review.extent !== "none" || wasAll || (stored && reason === "report");
    if (!isPart) return "";
    return write({ ...made, review: { extent: "some", at: made.review.at ?? stored.review.at } }, stored);
  }

  /** Returns what is to be stored after somebody has said that all is checked, or that it is not. */
  function mark(made, isAll, now) {
    if (!made) return "";
    if (isAll) return JSON.stringify({ ...made, review: { extent: "all", at: now.toISOString() } });
    return made.review.extent === "none" ? "" : JSON.stringify(made);
  }

  /** A report that tells nothing new is stored as it was, so that the post has no change. */
  const write = (file, stored) => JSON.stringify(isSame(file, stored) ? stored : file);

  return { read, next, mark };
})();
