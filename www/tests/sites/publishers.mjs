import { NOISE } from "./articles.mjs";

/** Markup like that of newspapers, and of the systems that they share. @type {import("./site.mjs").Structure[]} */
export const PUBLISHERS = [
  {
    name: "Arc XP",
    selector: "article.b-article",
    body: ({ headline, byline }, p, rest) => `
<article class="b-article"><header class="b-article__head"><h1 class="b-headline">${headline}</h1><div class="b-byline">${byline}</div><div class="b-social-share">${NOISE.share}</div></header>
<div class="article-body-wrapper b-article-body"><p class="c-paragraph">${p(0)}</p>
<div class="arcad-wrapper"><div id="arcad_300x250-1" class="arcad"><p>${NOISE.ad}</p></div></div>
<p class="c-paragraph">${p(1)}</p>
<div class="interstitial-link block"><p class="interstitial-link block">[ <a href="/r">${NOISE.related}</a> ]</p></div>
${rest(2, '<p class="c-paragraph">')}
<div class="b-newsletter-promo"><p>${NOISE.newsletter}</p></div></div>
<div class="b-author-bio"><p>${NOISE.author}</p></div><div class="b-results-list more-stories"><h2>More stories</h2><h3>${NOISE.trending}</h3></div></article>`,
  },
  {
    name: "Washington Post-like (Arc with hashed classes)",
    selector: "main article",
    body: ({ headline }, p, rest) => `
<main><article class="grid-body"><h1 data-qa="headline" class="wpds-c-iPOBEv">${headline}</h1>
<div class="teaser-content"><div class="wpds-c-PJLV article-body" data-qa="article-body"><p class="wpds-c-cYdRxM font-copy">${p(0)}</p></div>
<div class="hide-for-print relative flex justify-center content-box items-center b bh mb-md" data-qa="article-body-ad"><div aria-label="Advertisement"><p>${NOISE.ad}</p></div></div>
<div class="wpds-c-PJLV article-body" data-qa="article-body"><p>${p(1)}</p></div>
<div data-qa="newsletter-inline"><p>${NOISE.newsletter}</p></div>
${rest(2, '<div class="wpds-c-PJLV article-body" data-qa="article-body"><p>', "</p></div>")}</div>
<div data-qa="comments-btn-div"><p>${NOISE.comment}</p></div><div data-qa="recirc-most-read"><p>${NOISE.trending}</p></div></article></main>`,
  },
  {
    name: "Guardian-like",
    selector: "main",
    body: ({ headline, byline }, p, rest) => `
<main data-layout="StandardLayout"><article><div data-gu-name="headline"><h1 class="dcr-u0152o">${headline}</h1></div><aside data-gu-name="meta"><address>${byline}</address><div class="dcr-share" data-print-layout="hide"><a href="/s">${NOISE.share}</a></div></aside>
<div data-gu-name="body"><div id="maincontent" class="dcr-1qp23oo"><div class="article-body-commercial-selector article-body-viewer-selector"><p class="dcr-130mj7b">${p(0)}</p>
<div class="ad-slot-container ad-slot-container-1"><div id="dfp-ad--inline1" class="js-ad-slot ad-slot ad-slot--inline" data-link-name="ad slot inline1" data-name="inline1"><p>${NOISE.ad}</p></div></div>
<figure data-spacefinder-role="richLink" data-spacefinder-type="model.dotcomrendering.pageElements.RichLinkBlockElement"><gu-island name="RichLinkComponent"><div data-link-name="rich-link-1"><a href="/r">${NOISE.related}</a></div></gu-island></figure>
<figure data-spacefinder-role="inline" data-spacefinder-type="model.dotcomrendering.pageElements.NewsletterSignupBlockElement"><p>${NOISE.newsletter}</p></figure>
${rest(1, '<p class="dcr-130mj7b">')}</div></div></div>
<div data-gu-name="border"><div class="dcr-submeta"><div class="dcr-keywords"><ul><li><a href="/k">${NOISE.nav}</a></li></ul></div></div></div></article>
<section id="comments" data-component="discussion"><p>${NOISE.comment}</p></section><div data-component="most-viewed"><p>${NOISE.trending}</p></div></main>`,
  },
  {
    name: "New York Times-like",
    selector: "#story",
    body: ({ headline, byline }, p, rest) => `
<article id="story" class="css-1vxca1d e1lmdhsb0"><div id="top-wrapper" class="css-13ldwoe"><div id="top-slug">Advertisement</div><div class="ad top-wrapper" style="text-align:center;height:100%"><p>${NOISE.ad}</p></div></div>
<header class="css-1dxkwc8 euiyums1"><h1 data-testid="headline" class="css-88wicj">${headline}</h1><p class="css-1n6z4y">${byline}</p></header>
<section name="articleBody" class="meteredContent css-1r7ky0e"><div class="css-s99gbd StoryBodyCompanionColumn" data-testid="companionColumn-0"><div class="css-53u6y8"><p class="css-at9mc1 evys1bk0">${p(0)}</p></div><aside class="css-ew4tgv" aria-label="companion column"></aside></div>
<div data-testid="Dropzone-1"><div id="story-ad-1-wrapper"><p>${NOISE.sponsored}</p></div></div>
<div class="StoryBodyCompanionColumn"><div class="css-53u6y8">${rest(1, '<p class="css-at9mc1 evys1bk0">')}</div></div>
<div data-testid="region" role="region" aria-label="Newsletter signup"><p>${NOISE.newsletter}</p></div></section>
<div class="bottom-of-article"><div><div class="css-author">${NOISE.author}</div></div></div>
<div id="bottom-sheet-sensor"></div><div data-testid="recirculation"><p>${NOISE.trending}</p></div><section id="styln-guide" data-testid="styln-related"><p>${NOISE.related}</p></section></article>`,
  },
  {
    name: "Spiegel-like",
    selector: "article",
    body: ({ headline, byline }, p, rest) => `
<article class="relative"><header data-area="intro"><h2>${headline}</h2><div class="font-sansUI">${byline}</div></header>
<div data-area="body"><section class="relative"><div data-area="text" class="RichText lg:mx-auto"><p>${p(0)}</p></div>
<section data-area="affiliatebox-reduced" class="affiliate-box"><p>Anzeige</p><p>${NOISE.sponsored}</p></section>
<div data-area="related_articles"><h3>Mehr zum Thema</h3><p>${NOISE.related}</p></div>
<div class="polygon-swiper" data-sara-click-el="ad" data-advertisement="mrec"><p>${NOISE.ad}</p></div>
<div data-area="text" class="RichText">${rest(1)}</div></section></div>
<div data-area="bookmarks-share"><p>${NOISE.share}</p></div><div data-area="talk" class="kommentare"><p>${NOISE.comment}</p></div></article>`,
  },
  {
    name: "A German regional paper with a cookie line",
    selector: ".artikel",
    body: ({ headline, byline }, p, rest) => `
<div class="artikel artikel-seite"><div class="cookie-banner" role="dialog" aria-label="Cookies"><p>${NOISE.cookie}</p></div><h1>${headline}</h1><span class="autor">${byline}</span>
<p class="vorspann">${p(0)}</p><div class="anzeige"><span>Anzeige</span><p>${NOISE.ad}</p></div><p>${p(1)}</p>
<p><strong>Lesen Sie auch:</strong> <a href="/r">${NOISE.relatedToo}</a></p>
<div id="usercentrics-root"><p>${NOISE.cookie}</p></div>
${rest(2)}<div class="teilen-leiste"><p>${NOISE.share}</p></div><div class="leserkommentare"><p>${NOISE.comment}</p></div></div>`,
  },
  {
    name: "Le Monde-like",
    selector: ".article__content",
    body: (_, p, rest) => `
<section class="article__wrapper"><article class="article__content old__article-content-single"><p class="article__paragraph">${p(0)}</p>
<section class="catcher"><span class="catcher__content"><span class="catcher__label">Lire aussi |</span> <a href="/r" class="catcher__title">${NOISE.related}</a></span></section>
<div class="dfp-slot dfp__slot dfp__inread" id="inread_top"><p>${NOISE.ad}</p></div>
${rest(1, '<p class="article__paragraph">')}
<p>Lire aussi : <a href="/q">${NOISE.relatedToo}</a></p>
<section class="friend"><div class="services__partner publicite"><p>${NOISE.sponsored}</p></div></section>
<section class="article__reactions"><p>${NOISE.comment}</p></section></article></section>`,
  },
  {
    name: "El País-like (Arc)",
    selector: "#main-content",
    body: ({ headline, byline }, p, rest) => `
<article class="a a-n" id="main-content"><header class="a_e _g"><h1 class="a_t">${headline}</h1></header><div class="a_md"><div class="a_md_a">${byline}</div><div class="w_rs" data-dtm-region="articulo_compartir"><span>${NOISE.share}</span></div></div>
<div class="a_c clearfix" data-dtm-region="articulo_cuerpo"><p class="">${p(0)}</p><div class="ad ad-giga ad-giga-1"><div id="elpais_gpt-MPU1"><p>${NOISE.ad}</p></div></div>
<section class="more_info b_li" data-dtm-region="articulo_mas-informacion"><h3>Más información</h3><p><a href="/r">${NOISE.related}</a></p></section>
${rest(1, '<p class="">')}</div>
<div data-dtm-region="articulo_archivado-en" class="archived"><div>Archivado En</div><ul><li><a href="/t">${NOISE.nav}</a></li></ul></div>
<div id="comments_container" class="comentarios"><p>${NOISE.comment}</p></div><section class="lo-mas-visto"><p>${NOISE.trending}</p></section></article>`,
  },
  {
    name: "Daily Mail-like",
    selector: "#js-article-text",
    body: ({ headline, byline }, p, rest) => `
<div id="js-article-text" class="article-text wide heading-tag-switch"><h2>${headline}</h2><p class="author-section byline-plain">${byline}</p>
<div class="social-links shareArticles"><ul><li class="share-count-total">${NOISE.share}</li></ul></div>
<div itemprop="articleBody"><p class="mol-para-with-font">${p(0)}</p><div id="mpu_puff_wrapper" class="adHolder molads_ff"><p>${NOISE.ad}</p></div>
<p class="mol-para-with-font">${p(1)}</p>
<div class="related-carousel with-fb-or-tw news half"><ul class="rotator-panels"><li><a href="/r"><span class="pufftext">${NOISE.related}</span></a></li></ul></div>
${rest(2, '<p class="mol-para-with-font">')}
<div class="column-content cleared"><div class="shareArticles"><h3 class="social-links-title">Share or comment</h3></div></div></div>
<div id="reader-comments" class="cleared"><p>${NOISE.comment}</p></div></div>`,
  },
  {
    name: "Gannett-like",
    selector: "article.gnt_pr",
    body: ({ headline, byline }, p, rest) => `
<article class="gnt_pr"><h1 class="gnt_ar_hl">${headline}</h1><div class="gnt_ar_by">${byline}</div>
<div class="gnt_ar_b"><p class="gnt_ar_b_p">${p(0)}</p><aside aria-label="advertisement" class="gnt_xx gnt_xx__inc gnt_x gnt_x__ba"><p>${NOISE.ad}</p></aside>
<p class="gnt_ar_b_p">${p(1)}</p><p class="gnt_ar_b_p"><strong class="gnt_ar_b_p_st">More: </strong><a href="/r" class="gnt_ar_b_a">${NOISE.related}</a></p>
${rest(2, '<p class="gnt_ar_b_p">')}
<p class="gnt_ar_b_p"><strong>Sign up for our newsletter: </strong><a href="/n">Get the morning's headlines</a></p></div>
<a class="gnt_pr_share" aria-label="Share on Facebook" href="/f">${NOISE.share}</a><aside class="gnt_m"><p>${NOISE.trending}</p></aside></article>`,
  },
  {
    name: "BLOX-like (local papers)",
    selector: "#asset-content",
    body: ({ headline, byline }, p, rest) => `
<article id="asset-content" class="asset has-multiple-images"><header class="asset-header"><h1 class="headline"><span itemprop="headline">${headline}</span></h1></header><span class="tnt-byline">${byline}</span>
<div class="tncms-region hidden-print" id="tncms-region-article-above"><p>${NOISE.sponsored}</p></div>
<div class="asset-body"><div id="article-body" itemprop="articleBody" class="asset-content subscriber-premium"><div class="subscriber-preview"><p>${p(0)}</p></div>
<div class="tncms-region-ads hidden-print"><div class="tnt-ads-container text-center"><p>${NOISE.ad}</p></div></div>
${rest(1, '<div class="subscriber-only"><p>', "</p></div>")}
<div class="inline-asset inline-editorial-link promo-design-default"><p>${NOISE.related}</p></div></div></div>
<div class="asset-author"><p class="author-description">${NOISE.author}</p></div><div id="tncms-block-comments" class="block"><p>${NOISE.comment}</p></div></article>`,
  },
  {
    name: "Los Angeles Times-like (Brightspot)",
    selector: ".page-article-container",
    body: ({ headline }, p, rest) => `
<div class="page-article-container"><h1 class="headline">${headline}</h1><ps-actionbar class="actions"><p>${NOISE.share}</p></ps-actionbar>
<div class="rich-text-article-body" data-element="story-body"><div class="rich-text-article-body-content"><p>${p(0)}</p><div class="enhancement" data-align-center><div class="google-dfp-ad-wrapper"><p>Advertisement</p><p>${NOISE.ad}</p></div></div>
<div class="enhancement" data-align-left><div class="quote quote-pullquote"><blockquote>“Six weeks”</blockquote></div></div>
<div class="enhancement" data-click="enhancement"><ps-promo class="promo promo-enhancement"><div class="promo-title"><a href="/r">${NOISE.related}</a></div><p class="promo-description">${NOISE.relatedToo}</p></ps-promo></div>
<div class="enhancement"><ps-newsletter-module><p>${NOISE.newsletter}</p></ps-newsletter-module></div>
${rest(1)}</div></div><div class="author-bio-card"><p>${NOISE.author}</p></div><div class="list-more-to-read"><h2>More to Read</h2><p>${NOISE.trending}</p></div></div>`,
    own: ["“Six weeks”"],
  },
  {
    name: "A magazine with pull quotes that repeat the text",
    selector: "article",
    body: ({ headline, byline, paragraphs }, p, rest) => {
      const words = (paragraphs.join(" ").match(/“([^”<]+)[,.]”/) ?? [])[1] ?? "";
      return `
<article class="longread"><h1>${headline}</h1><p class="byline">${byline}</p><p>${p(0)}</p>
<blockquote class="pullquote"><p>“${words}”</p><cite>— the speaker, on the day</cite></blockquote>
${rest(1)}<div class="pull-quote__text">${words}</div>
<figure><blockquote>‘${words.toUpperCase()}’</blockquote><figcaption>A speaker</figcaption></figure>
<section class="newsletter-signup"><p>${NOISE.newsletter}</p></section><div class="tip-jar donation-box"><p>${NOISE.paywall}</p></div></article>`;
    },
  },
  {
    name: "A site whose advertisements have their size from the style sheet alone",
    selector: "article",
    style: ".x7 { width: 300px; height: 250px; overflow: hidden } .x9 { width: 300px; min-height: 90px }",
    body: ({ headline, byline }, p, rest) => `
<article><h1>${headline}</h1><p>${byline}</p><p>${p(0)}</p>
<div class="x7"><p>${NOISE.ad}</p><a href="https://example.com/offer">Learn more</a></div>
<div class="x9"><p>${p(1)}</p></div>
${rest(2)}</article>`,
  },
];
