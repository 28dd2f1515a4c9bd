import type { Words } from "../../texts/page.js";
import { type Article, removedQuotes } from "../../ui/article.js";
import { make, makeButton } from "../../ui/elements.js";
import { makeReviewedReport, type ReviewExtent } from "../../ui/reviewed-report.js";
import type { ExportedFile } from "./formats.js";

/** What made the file. */
const GENERATOR = "whosaid";

const EXTENTS: readonly ReviewExtent[] = ["all", "some", "none"];

/** The file that a website shows beside the article. */
export async function toReviewedReport(
  article: Article,
  extent: ReviewExtent,
  now: Date,
): Promise<ExportedFile> {
  const review = { extent, at: extent === "none" ? null : now.toISOString() };
  const { text, report, correctedIds } = article;
  const file = await makeReviewedReport(
    text,
    report,
    review,
    correctedIds,
    GENERATOR,
    removedQuotes(article),
  );
  return { name: "article.whosaid.json", type: "application/json", body: JSON.stringify(file) };
}

/** Asks what has been checked; nothing is taken for checked that nobody has said to be. */
export function ask(
  { correctedIds }: Article,
  { texts }: Words,
  answer: (extent: ReviewExtent) => void,
): void {
  const dialog = make("dialog", "publish");
  const title = make("h2", "", texts.publish.title);
  title.id = "publish-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const form = make("form");
  form.method = "dialog";
  const group = make("fieldset");
  group.append(make("legend", "", texts.publish.question));
  for (const extent of EXTENTS) {
    const label = make("label");
    const input = make("input");
    Object.assign(input, { type: "radio", name: "extent", value: extent });
    input.checked = extent === (correctedIds.size > 0 ? "some" : "none");
    label.append(input, " ", texts.publish[extent]);
    group.append(label);
  }
  const done = make("button", "plain", texts.publish.save);
  done.value = "save";
  const cancel = makeButton("plain", texts.publish.cancel, () => dialog.close());
  const buttons = make("p");
  buttons.append(done, cancel);
  form.append(group, buttons);
  dialog.append(title, make("p", "", texts.publish.hint), form);
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "save") answer(new FormData(form).get("extent") as ReviewExtent);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
