import { isCommentsName, isForeignName, isLabel, isLinkLabel, isPullQuoteName } from "./article-names.js";
import type { PartChoice } from "./article-text.js";

/** Elements that have no text of their own to read. */
const WITHOUT_TEXT = new Set(
  "script style noscript template textarea select input button iframe frame svg canvas object embed audio video map datalist math-field".split(
    " ",
  ),
);

const FOREIGN_ELEMENTS = new Set(["nav", "aside", "dialog", "menu", "search"]);

const FOREIGN_ROLES = new Set(
  "navigation banner contentinfo complementary search form dialog alertdialog menu menubar toolbar timer".split(
    " ",
  ),
);

const FOREIGN_AMP =
  /^amp-(ad|sidebar|consent|embed|list|iframe|twitter|instagram|facebook|tiktok|social|sticky|auto-ads|next-page|subscriptions|access|video|youtube|user-notification|web-push|call-tracking)/;

/** Attributes beside class and id whose values name parts. */
const NAMING_ATTRIBUTE =
  /^data-.*(component|test-?id|qa|area|region|role|type|module|widget|block|element|section|name|selector|zone|slot|placement)|^aria-label$/;

const AD_ATTRIBUTE = /^data-(ad|ads|adv|advert|advertisement|ad-[\w-]+|google-query-id|freestar-ad)$/;

/** Sizes of advertisements (IAB, Fixed Size Ad Specification). */
const AD_SIZES = new Set(
  "300x250 336x280 728x90 970x90 970x250 160x600 120x600 300x600 320x50 320x100 300x50 468x60 250x250 200x200 300x1050 180x150 234x60 125x125".split(
    " ",
  ),
);

/** What holds the article itself and is never left out for its name. */
const ARTICLE_BODY = 'h1, [itemprop~="articleBody"], [name="articleBody"], [property~="articleBody"]';

const BLOCKS =
  "p, div, ul, ol, section, article, table, blockquote, figure, h1, h2, h3, h4, h5, h6, form, aside, nav, dl, pre";

const isTrue = (value: string | null) => value !== null && !/^(false|off|0)$/i.test(value);

/** Whether a selector matches; an invalid one matches nothing and is reported elsewhere. */
function matches(element: Element, selector: string | null): boolean {
  return selector !== null && element.matches(selector);
}

/** Tells the parts of an article from what else stands inside its element. */
export class ArticleParts {
  #root: Element;
  #choice: PartChoice;
  #length: number;

  /** `choice` holds valid selectors. */
  constructor(root: Element, choice: PartChoice) {
    this.#root = root;
    this.#choice = choice;
    this.#length = root.textContent?.length ?? 0;
  }

  /** Whether the website wants an element read, whatever it is. */
  isIncluded(element: Element): boolean {
    return matches(element, this.#choice.include);
  }

  /** Whether something inside an element is wanted nevertheless. */
  hasIncluded(element: Element): boolean {
    return this.#choice.include !== null && element.querySelector(this.#choice.include) !== null;
  }

  /** Whether an element that is shown is no part of the article. */
  isForeign(element: Element): boolean {
    if (matches(element, this.#choice.exclude)) return true;
    const name = element.localName;
    if (WITHOUT_TEXT.has(name) || name === "who-said") return true;
    return (
      isHiddenByMarkup(element) ||
      isForeignElement(element, name) ||
      (this.#isForeignByName(element, name) && !this.#holdsArticle(element)) ||
      (isAdSized(element) && !this.#holdsArticle(element)) ||
      this.#isLinksOnly(element, name) ||
      this.#isLabelled(element)
    );
  }

  /** Whether an element may be a pull quote. */
  mayBePullQuote(element: Element): boolean {
    if (element.localName === "blockquote") return true;
    if (element.localName === "figure" && element.querySelector("blockquote"))
      return !element.querySelector("img, picture, video");
    return namesOf(element).some(isPullQuoteName);
  }

  #isForeignByName(element: Element, name: string): boolean {
    if (FOREIGN_AMP.test(name) || (name.includes("-") && isForeignName(name))) return true;
    if (!element.hasAttributes()) return false;
    if (element.id && isForeignName(element.id)) return true;
    for (const className of element.classList) if (isForeignName(className)) return true;
    for (const { name, value } of element.attributes) {
      if (AD_ATTRIBUTE.test(name) && isTrue(value)) return true;
      if (name === "data-print-layout" && value === "hide") return true;
      if (value.length <= 80 && NAMING_ATTRIBUTE.test(name) && isForeignName(value)) return true;
    }
    return name === "ins" && element.classList.contains("adsbygoogle");
  }

  /** Whether an element that is called something else holds the article, or most of its text. */
  #holdsArticle(element: Element): boolean {
    if (element.matches(ARTICLE_BODY) || element.querySelector(ARTICLE_BODY)) return true;
    if (namesOf(element).some(isCommentsName)) return false;
    const length = element.textContent?.length ?? 0;
    return length * 2 > this.#length && element.querySelectorAll("p").length > 2;
  }

  /** Whether an element leads elsewhere: a card, a list of links, or a line that is a link. */
  #isLinksOnly(element: Element, name: string): boolean {
    if (name === "a") return element.querySelector(BLOCKS) !== null && !element.querySelector("h1");
    if (name === "ul" || name === "ol") {
      const items = [...element.children].filter((item) => item.textContent?.trim());
      return items.length > 0 && items.every((item) => wordsOutsideLinks(item) !== null);
    }
    if (!/^(p|div|h[3-6]|td|section)$/.test(name) || element === this.#root) return false;
    if (!element.querySelector("a") || element.querySelector(BLOCKS)) return false;
    if (element.matches('[itemprop~="headline"], .entry-title, .post-title')) return false;
    const words = wordsOutsideLinks(element);
    if (words === null) return false;
    // A paragraph that is a link throughout can still be a sentence of the article.
    return /[\p{L}\d]/u.test(words) || !/[.!?…]["”’»)\s]*$/.test(element.textContent ?? "");
  }

  /** Whether an element is a label such as “Related”, or begins with one as its heading. */
  #isLabelled(element: Element): boolean {
    const text = element.textContent?.trim() ?? "";
    if (text === "") return false;
    if (isLabel(text)) return !element.querySelector("h1") && element.localName !== "h1";
    if (!/^(section|div|figure|article)$/.test(element.localName)) return false;
    let first = element.firstElementChild;
    while (first && !first.textContent?.trim()) first = first.nextElementSibling;
    if (!first || !/^(h[2-6]|div|span|p|strong)$/.test(first.localName)) return false;
    const label = first.textContent?.trim() ?? "";
    return isLabel(label) && !this.#holdsArticle(element);
  }
}

function isHiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute("hidden") || element.hasAttribute("data-nosnippet")) return true;
  return element.getAttribute("aria-hidden") === "true" && !isDropCap(element);
}

/** Whether what is hidden from screen readers is the first letters of a word, or stands for words hidden from the eye. */
function isDropCap(element: Element): boolean {
  const length = element.textContent?.trim().length ?? 0;
  if (length === 0 || element.querySelector(BLOCKS) || element.matches(BLOCKS)) return false;
  const next = element.nextSibling;
  if (next?.nodeType === Node.TEXT_NODE) return length <= 2 && /^\p{Ll}/u.test(next.nodeValue ?? "");
  const beside = [element.previousElementSibling, element.nextElementSibling];
  return beside.some((other) => other !== null && isForTheEarOnly(other));
}

const isForTheEarOnly = (element: Element) =>
  /(^|[\s_-])(sr-only|visually-?hidden|screen-reader(-text|-only)?|assistive-text|a11y)([\s_-]|$)/i.test(
    element.getAttribute("class") ?? "",
  );

function isForeignElement(element: Element, name: string): boolean {
  const role = element.getAttribute("role");
  if (role && FOREIGN_ROLES.has(role.toLowerCase())) return !element.querySelector(ARTICLE_BODY);
  if (FOREIGN_ELEMENTS.has(name)) return true;
  if (name === "form") return !element.querySelector(ARTICLE_BODY);
  if (name === "footer") return element.closest("blockquote, figure") === null;
  if (name === "header")
    return element.closest('article, main, section, [role="main"]') === null && !element.querySelector("h1");
  return false;
}

/** Whether an element has the fixed size of an advertisement. */
function isAdSized(element: Element): boolean {
  const { style } = element as HTMLElement;
  const pixels = (value: string | null | undefined) => /^(\d+)(px)?$/.exec(value ?? "")?.[1];
  const width = pixels(style?.width) ?? pixels(element.getAttribute("width"));
  const height = pixels(style?.height) ?? pixels(style?.minHeight) ?? pixels(element.getAttribute("height"));
  if (width && height) return AD_SIZES.has(`${width}x${height}`);
  const sizes = element.getAttribute("data-size") ?? element.getAttribute("data-sizes");
  if (sizes !== null) return AD_SIZES.has(/\d+x\d+/.exec(sizes.replace(/\s*[,×]\s*/g, "x"))?.[0] ?? "");
  return isShownAsAd(element as HTMLElement);
}

/** The most text of an advertisement, in UTF-16 units. */
const LONGEST_AD = 400;

/** Whether a short box with a link has the size of an advertisement by its style sheet alone. */
function isShownAsAd(element: HTMLElement): boolean {
  return (
    /^(div|section|ins|article)$/.test(element.localName) &&
    (element.textContent?.length ?? 0) <= LONGEST_AD &&
    element.querySelector("a[href]") !== null &&
    element.querySelector("figcaption") === null &&
    AD_SIZES.has(`${element.offsetWidth}x${element.offsetHeight}`)
  );
}

/** The words of an element that no link covers, where they only lead to links; null where it is more than links. */
function wordsOutsideLinks(element: Element): string | null {
  let words = "";
  let links = 0;
  const nodes = [...element.childNodes];
  for (let node = nodes.shift(); node; node = nodes.shift()) {
    if (node.nodeType === Node.TEXT_NODE) words += node.nodeValue;
    else if (node.nodeType === Node.ELEMENT_NODE) {
      if ((node as Element).localName === "a" || (node as Element).localName === "button") {
        if (node.textContent?.trim()) links++;
      } else nodes.unshift(...node.childNodes);
    }
    if (words.length > 200) return null;
  }
  return links > 0 && isLinkLabel(words.trim()) ? words.trim() : null;
}

/** The names that an element has. */
function namesOf(element: Element): string[] {
  return element.id ? [...element.classList, element.id] : [...element.classList];
}
