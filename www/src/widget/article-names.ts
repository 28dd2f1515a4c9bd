/**
 * What the names in a page's markup say about its parts.
 *
 * Sites name the same things in the same words, in classes, ids, test ids and names of components. A name is read as
 * words joined by hyphens: `RelatedPosts`, `related_posts` and `related-posts` are one. The lists were compiled from the
 * markup that content management systems and their advertising, newsletter and comment plug-ins document.
 */

/** The groups of words that name parts which are not the article. */
const FOREIGN_WORDS: readonly string[] = [
  // Advertising.
  "ads?|adv|advert|adverts|advertise|advertisements?|advertising|advertorial|adslots?|adunits?|adbox|adspot|adsbygoogle|adcontainer",
  "adwrapper|molads|arcad|dfp|gpt|sda|mpu|taboola|outbrain|teads|criteo|revcontent|zergnet|mgid|nativo|connatix|sponsored|sponsors?",
  "anzeigen?|werbung|publicite|publicidad|affiliate|affiliatebox|bannergroup|banner-(ad|ads|\\d+)|inread",
  // Readers' comments.
  "comments?|disqus|responses|reactions|kommentare?|leserkommentare|comentarios|commentaires|discussion|jcomments|respond|cmts",
  // Other articles.
  "related|relatedposts|jp-relatedposts|recommended|recommendations|recirc|recirculation|trending|suggested|yarpp|richlink|rich-link",
  "most-(read|viewed|popular|shared)|mostread|mostpopular|read-(more|next|also)|readmore|readnext|more-(on|stories|news|from|to-read|info)",
  "you-m(ay|ight)-(also-)?like|see-also|internallink|interstitial-link|editorial-link|promos?|bookmark-card|post-embed|context-widget",
  "mas-(informacion|visto|leido)|lo-mas|lire-aussi|catcher|widget-posts|summary-(v2|item|block)|up-next|next-up|link-list|links-block",
  // Getting about the site.
  "nav|navigation|navbar|subnav|menu|breadcrumbs?|pagination|pager|pagenav|next-prev|prev-next|sidebar|widget-area|moduletable",
  "tags$|tags?-links|tag-?list|post-tags|source-tags|field-tags|tax-tag|post-terms|post-labels|keywords|topics?-list|archivado|archived",
  // Calls to do something.
  "newsletters?|enews|subscribe|subscriptions?|sign-?up|mc4wp|cta|donations?|donate|tip-jar|regwall|jetpack-subscriptions",
  "paywall-(offer|prompt|box|message|modal|overlay|banner|cta|wall)|polls?|quiz|app-promo",
  "cookies?|consent|gdpr|onetrust|usercentrics|didomi|sourcepoint",
  "compartir|teilen|partager|partage|sharedaddy|addthis|addtoany|heateor|bookmarks|action-?bar|toolbar|multi-vote|upvotes?|claps?|ufi",
  "(social|share|sharing)(-(buttons?|bar|tools?|links?|icons?|this|counts?|container|wrapper|widget|area|box|group|share|top|bottom|articles?|title))?$",
  // About the authors.
  "(authors?|about-the-author)-(bio|bios|box|card|description|info|profile|about)|author-?bio|bio-card|about-author|bottom-of-article",
  "after-entry|asset-author",
  // Posts, players and clocks of others.
  "tweet|twitter-tweet|(twitter|instagram|tiktok|facebook|reddit|bluesky|mastodon)(-(embed|tweet|media|post|video|embed-bq))?$|fb-post",
  "text-post-media|is-provider-\\w+|embed-block|featured-video|(video|audio|podcast)-(player|ct|promo|embed|playlist)|resaudio",
  "countdown|countdown-timer|timer",
  // What is left out in print is not the text.
  "(hidden|hide|no|non)-(for-)?print|noprint|d-print-none|robots-nocontent",
];

const FOREIGN = new RegExp(`(?:^|-)(?:${FOREIGN_WORDS.join("|")})(?:-|$)`);

/** Names that tell how the page is set up, or of what kind an article is, such as `has-ads` and `tag-sponsored`. */
const SETTING =
  /^(has|with|no|not|without|tag|category|type|format|status|is-style|js)-|-(with|without|no|has)-|-(free|enabled|disabled|open|closed|active|on|off|visible|loaded|ready|selector)$/;

/** Parts with readers' comments, which may be longer than the article. */
const COMMENTS =
  /(?:^|-)(comments?|disqus|responses|kommentare|leserkommentare|comentarios|commentaires)(?:-|$)/;

/** Blocks that may repeat words of the text. */
const PULL_QUOTE = /(?:^|-)(pull-?quotes?|block-?quotes?|quote|quotes|zitat|exergue)(?:-|$)/;

/** Labels above what is not the article; the whole of a short line. */
const LABEL = new RegExp(
  [
    "^\\W*(?:advertise?ment|advertising|anzeige|werbung|publicité|publicidad|sponsored(?: content)?|advertisement · scroll to continue",
    "related(?: (?:articles?|stories|topics|coverage|posts|content|links|news))?|read (?:more|next|also)|more (?:stories|to read|on this story)",
    "most (?:read|popular|viewed)|recommended(?: for you)?|(?:you (?:might|may) )?also like|trending(?: now)?|share(?: this)?(?: or comment| article)?",
    "like this|\\d* ?comments?|leave a (?:reply|comment)|suggested topics|tags?|filed under|story continues(?: below)?(?: advertisement)?",
    "(?:sign up|subscribe|get) .{0,30}newsletters?|lire aussi|mehr zum thema|lesen sie auch|más información|te puede interesar|archivado en",
    "log in to .{0,20}|click here .{0,40}|about the author)\\W*$",
  ].join("|"),
  "i",
);

/** What stands before a link to another article. */
const LINK_LABEL =
  /^\W*(?:(?:read|see|watch|listen|click)(?: more| also| next| here)?|also read|related|more(?: from| on)?|sign up[^:]{0,40}|subscribe[^:]{0,40}|(?:à )?lire aussi|lesen sie auch|mehr dazu|lea también|te puede interesar|tags?|filed under|posted in)\b[^:|»]{0,20}[:|»]?\W*$/i;

const verdicts = new Map<string, boolean>();
const MOST_VERDICTS = 5_000;

/** A name as words joined by hyphens. */
export function wordsOfName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/[^\p{L}\d]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
}

/** Whether a name, such as a class, is one of parts that are not the article. */
export function isForeignName(name: string): boolean {
  let verdict = verdicts.get(name);
  if (verdict === undefined) {
    const words = wordsOfName(name);
    verdict = FOREIGN.test(words) && !SETTING.test(words);
    if (verdicts.size >= MOST_VERDICTS) verdicts.clear();
    verdicts.set(name, verdict);
  }
  return verdict;
}

/** Whether a name is one of readers' comments. */
export const isCommentsName = (name: string): boolean => COMMENTS.test(wordsOfName(name));

/** Whether a name is one of blocks that may repeat words of the text. */
export const isPullQuoteName = (name: string): boolean => PULL_QUOTE.test(wordsOfName(name));

/** Whether a whole line is a label above what is not the article. */
export const isLabel = (line: string): boolean => line.length <= 60 && LABEL.test(line);

/** Whether words before links only lead to them. */
export const isLinkLabel = (words: string): boolean => !/[\p{L}\d]/u.test(words) || LINK_LABEL.test(words);
