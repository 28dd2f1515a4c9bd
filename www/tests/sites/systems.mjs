import { NOISE } from "./articles.mjs";

/** Other systems that sites are built with. @type {import("./site.mjs").Structure[]} */
export const SYSTEMS = [
  {
    name: "Drupal 7",
    selector: "#content",
    body: ({ headline, byline }, p, rest) => `
<div id="page"><div id="content" class="column"><div class="breadcrumb"><a href="/">Home</a> » News</div><h1 class="title" id="page-title">${headline}</h1>
<div class="tabs"><ul class="tabs primary"><li><a href="/e">View</a></li></ul></div>
<div id="node-44" class="node node-article node-promoted node-full view-mode-full"><div class="submitted">${byline}</div>
<div class="content"><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded"><p>${p(0)}</p>${rest(1)}</div></div></div>
<div class="field field-name-field-related-articles field-type-entityreference"><div class="field-label">Related:&nbsp;</div><div class="field-items"><div class="field-item">${NOISE.related}</div></div></div>
<div class="field field-name-field-tags field-type-taxonomy-term-reference"><div class="field-label">Tags:</div><div>${NOISE.nav}</div></div></div>
<ul class="links inline"><li><a href="/l">Log in to post comments</a></li></ul>
<div id="comments" class="comment-wrapper"><h2 class="title">Comments</h2><div class="comment"><div class="content"><p>${NOISE.comment}</p></div></div></div></div>
<div class="block block-block block-dfp"><div id="dfp-ad-top_banner-wrapper" class="dfp-tag-wrapper"><p>${NOISE.ad}</p></div></div></div></div>`,
  },
  {
    name: "Drupal 10, Olivero",
    selector: "article.node",
    body: ({ headline, byline }, p, rest) => `
<main role="main"><article class="node node--type-article node--promoted node--view-mode-full" data-history-node-id="4">
<header class="node__header"><h1 class="node__title">${headline}</h1><div class="node__meta">${byline}</div></header>
<div class="node__content"><div class="text-content clearfix field field--name-body field--type-text-with-summary field--label-hidden field__item"><p>${p(0)}</p><p>${p(1)}</p>
<div class="paragraph paragraph--type--related-content"><h3>You might also like</h3><p>${NOISE.related}</p></div>
<div class="align-right media--type-remote-video" data-entity-embed-display="view"><iframe title="video"></iframe></div>
${rest(2)}</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><ul><li><a href="/t">${NOISE.nav}</a></li></ul></div>
<section data-drupal-selector="comments" class="comments"><h2 class="comments__title">Comments</h2><div class="comment__text-content"><p>${NOISE.comment}</p></div></section></div></article></main>`,
  },
  {
    name: "Ghost, Casper",
    selector: "article.gh-article",
    body: ({ headline, byline }, p, rest) => `
<div class="viewport"><article class="gh-article post tag-news tag-ads featured"><header class="gh-article-header gh-canvas"><div class="gh-article-tag"><a href="/t">News</a></div><h1 class="gh-article-title">${headline}</h1>
<div class="gh-article-meta"><section class="gh-article-author-image-list"><h4 class="gh-article-author-name">${byline}</h4></section></div></header>
<section class="gh-content gh-canvas"><p>${p(0)}</p><p>${p(1)}</p>
<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="/b"><div class="kg-bookmark-content"><div class="kg-bookmark-title">${NOISE.related}</div><div class="kg-bookmark-description">${NOISE.relatedToo}</div></div></a></figure>
<div class="kg-card kg-signup-card"><p>${NOISE.newsletter}</p></div>
<div class="kg-card kg-cta-card" data-layout="minimal"><p>${NOISE.sponsored}</p></div>
${rest(2)}
<div class="kg-card kg-button-card kg-align-center"><a href="/s" class="kg-btn kg-btn-accent">Subscribe</a></div></section>
<section class="gh-comments gh-canvas"><p>${NOISE.comment}</p></section></article>
<aside class="read-more-wrap outer"><h3><a href="/r">${NOISE.trending}</a></h3></aside>
<div class="subscribe-form"><p>${NOISE.newsletter}</p></div></div>`,
  },
  {
    name: "Ghost with a paywall",
    selector: ".gh-content",
    body: (_, p, rest) => `
<section class="gh-content"><p>${p(0)}</p>${rest(1)}
<aside class="gh-post-upgrade-cta"><div class="gh-post-upgrade-cta-content"><h2>This post is for paying subscribers only</h2><p>${NOISE.paywall}</p></div></aside>
<div class="outpost-pub-container"></div><div class="gh-share"><button>Copy</button>${NOISE.share}</div></section>`,
  },
  {
    name: "AMP",
    selector: "article.amp-wp-article",
    body: ({ headline, byline }, p, rest) => `
<amp-sidebar id="menu" layout="nodisplay"><nav><a href="/">${NOISE.nav}</a></nav></amp-sidebar>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${headline}</h1><div class="amp-wp-meta amp-wp-byline">${byline}</div></header>
<amp-consent id="consent"><p>${NOISE.cookie}</p></amp-consent>
<div class="amp-wp-article-content"><p>${p(0)}</p>
<amp-ad width="300" height="250" type="doubleclick"><div placeholder>${NOISE.ad}</div></amp-ad>
<p>${p(1)}</p><amp-twitter data-tweetid="1"><blockquote placeholder>${NOISE.tweet}</blockquote></amp-twitter>
<amp-iframe><p placeholder>${NOISE.poll}</p></amp-iframe>
${rest(2)}<amp-embed type="taboola"><p>${NOISE.sponsored}</p></amp-embed>
<amp-social-share type="email">${NOISE.share}</amp-social-share><amp-list><p>${NOISE.related}</p></amp-list></div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">${NOISE.nav}</div></footer></article>`,
    style:
      "amp-sidebar, amp-ad, amp-consent, amp-embed, amp-list, amp-iframe, amp-twitter { display: block }",
  },
  {
    name: "Medium",
    selector: "article",
    body: ({ headline, byline }, p, rest) => `
<article class="meteredContent"><div class="l"><div class="gf gg gh"><section><div><div class="fy fz"><h1 class="pw-post-title gr gs" data-testid="storyTitle">${headline}</h1>
<div class="speechify-ignore ab cp"><div data-testid="authorName">${byline}</div><div class="pw-multi-vote-icon"><span>1.2K</span></div><div class="headerSocialShare" role="toolbar">${NOISE.share}</div></div>
<p class="pw-post-body-paragraph ne nf">${p(0)}</p>
<figure class="paragraph-image"><figcaption>The harbour on Sunday. Photo: Lea Brandt</figcaption></figure>
${rest(1, '<p class="pw-post-body-paragraph ne nf">')}</div></div></section></div></div>
<footer class="pw-responses"><p>${NOISE.comment}</p></footer></article>`,
  },
  {
    name: "Substack",
    selector: ".single-post",
    body: ({ headline, byline }, p, rest) => `
<div class="single-post-container"><article class="typography newsletter-post post"><div class="single-post">
<div class="post-header" role="region" aria-label="Post header"><h1 class="post-title published">${headline}</h1><div class="byline-wrapper">${byline}</div><div class="post-ufi"><a href="/c">12</a><a class="post-ufi-button">Share</a></div></div>
<div class="available-content"><div class="body markup"><p>${p(0)}</p>
<div class="subscription-widget-wrap" data-component-name="SubscribeWidget"><div class="subscription-widget show-subscribe"><div class="preamble"><p class="cta-caption">${NOISE.newsletter}</p></div><form class="subscription-widget-subscribe"><input type="email"></form></div></div>
${rest(1)}
<p class="button-wrapper" data-component-name="ButtonCreateButton"><a class="button primary" href="/s"><span>Share</span></a></p>
<div class="digest-post-embed" data-component-name="DigestPostEmbed"><h2>${NOISE.related}</h2></div></div></div>
<div class="comments-section"><p>${NOISE.comment}</p></div></div></article></div>`,
  },
  {
    name: "Squarespace",
    selector: "article.BlogItem",
    body: ({ headline }, p, rest) => `
<article class="BlogItem hentry tag-promoted author-lang"><div class="BlogItem-top"><h1 class="BlogItem-title">${headline}</h1></div>
<div class="sqs-layout sqs-grid-12"><div class="sqs-row"><div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><p>${p(0)}</p>${rest(1)}</div></div>
<div class="sqs-block newsletter-block sqs-block-newsletter"><div class="sqs-block-content"><p>${NOISE.newsletter}</p></div></div>
<div class="sqs-block summary-v2-block sqs-block-summary-v2"><div class="summary-item"><a class="summary-title-link" href="/r">${NOISE.related}</a><div class="summary-excerpt"><p>${NOISE.relatedToo}</p></div></div></div></div></div>
<div class="BlogItem-share"><div class="Share">${NOISE.share}</div></div>
<section class="BlogItem-comments" id="comments-1"><div class="squarespace-comments"><p>${NOISE.comment}</p></div></section>
<section class="BlogItem-pagination"><a href="/n">${NOISE.trending}</a></section></article>`,
  },
  {
    name: "Blogger",
    selector: ".post-outer",
    body: ({ headline, byline }, p, rest) => `
<div class="blog-posts hfeed"><div class="post-outer"><div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">${headline}</h3>
<div class="post-body entry-content" itemprop="description articleBody"><p>${p(0)}</p>${rest(1, "<div>", "</div>")}</div>
<div class="post-footer"><div class="post-footer-line post-footer-line-1"><span class="post-author vcard">${byline}</span><div class="post-share-buttons goog-inline-block">${NOISE.share}</div></div><div class="post-labels">${NOISE.nav}</div></div></div>
<section class="comments threaded" id="comments"><h3 class="title">2 comments:</h3><div id="comment-holder"><p class="comment-content">${NOISE.comment}</p></div></section></div></div>`,
  },
  {
    name: "Joomla with a form around the page",
    selector: "#maincontent",
    body: ({ headline, byline }, p, rest) => `
<form action="/" method="post" id="aspnetForm"><div id="maincontent" class="span9 ads-enabled">
<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">${headline}</h2></div><dl class="article-info muted"><dd class="createdby">${byline}</dd></dl>
<div class="icons"><div class="btn-group pull-right"><a href="/p">Print</a></div></div>
<div itemprop="articleBody" class="com-content-article__body"><p>${p(0)}</p>${rest(1)}</div>
<ul class="pager pagenav"><li class="previous"><a href="/r">${NOISE.related}</a></li></ul>
<div class="moduletable bannergroup"><p>${NOISE.ad}</p></div><div id="jc" class="jcomments"><p>${NOISE.comment}</p></div></div></div></form>`,
  },
  {
    name: "An old system with tables and fixed sizes",
    selector: "table.main",
    body: ({ headline, byline }, p, rest) => `
<table class="main" width="980"><tr><td colspan="2"><div style="width: 728px; height: 90px">${NOISE.ad}</div></td></tr>
<tr><td class="story" valign="top"><font size="5">${headline}</font><br><i>${byline}</i><p>${p(0)}</p>
<table align="right" width="300" height="250"><tr><td>${NOISE.sponsored}</td></tr></table>
${rest(1)}</td><td width="160" height="600"><a href="/x">${NOISE.trending}</a></td></tr></table>`,
  },
  {
    name: "Web components with open shadow trees",
    selector: "news-article",
    body: ({ headline }, _p, rest) => `
<news-article><h1 slot="headline">${headline}</h1>${rest(0)}</news-article>`,
    script: `customElements.define("news-article", class extends HTMLElement { connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = "<nav>${NOISE.nav}</nav><slot name=headline></slot><div class=body><slot></slot></div><ad-slot><p>${NOISE.ad}</p></ad-slot><aside>${NOISE.related}</aside>"; } });`,
  },
  {
    name: "Hidden parts, and parts that only say so",
    selector: "#story",
    body: ({ headline }, p, rest) => `
<div id="story" data-advertising="on" class="story social-affairs header-visible"><h1>${headline}</h1><p class="lead promoted-to-top">${p(0)}</p>
<p hidden>${NOISE.hidden}</p><p aria-hidden="true">${NOISE.sponsored}</p><p data-nosnippet>${NOISE.cookie}</p><p style="visibility:hidden">${NOISE.poll}</p>
<div class="sr-only" hidden="until-found">${NOISE.nav}</div>
<div class="responsive-share-price">${rest(1)}</div>
<blockquote><p>“A bridge is a promise,” wrote the engineer.</p><footer>— Ada Byron, in 1843</footer></blockquote>
<dialog open class="newsletter-modal"><p>${NOISE.newsletter}</p></dialog></div>`,
    own: ["“A bridge is a promise,” wrote the engineer.", "— Ada Byron, in 1843"],
  },
];
