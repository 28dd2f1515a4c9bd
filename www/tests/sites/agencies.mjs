import { NOISE } from "./articles.mjs";

/** Markup like that of agencies and broadcasters. @type {import("./site.mjs").Structure[]} */
export const AGENCIES = [
  {
    name: "AP-like (Brightspot)",
    selector: ".Page-content",
    body: ({ headline, byline }, p, rest) => `
<div class="Page-content"><main class="Page-main"><div class="Page-headline-wrapper"><h1 class="Page-headline">${headline}</h1></div><div class="Page-byline">${byline}</div>
<div class="Page-actions"><div class="ActionBar"><ul class="ActionBar-items"><li><a href="/s">${NOISE.share}</a></li></ul></div></div>
<div class="Page-storyBody gtmMainScrollContent"><div class="RichTextStoryBody RichTextBody"><p>${p(0)}</p>
<div class="SovrnAd Advertisement" data-module data-ad-id="1"><div class="Advertisement-label">ADVERTISEMENT</div><p>${NOISE.ad}</p></div>
<p>${p(1)}</p><div class="HTMLModuleEnhancement"><div class="PageListEnhancementGeneric"><div class="PageListEnhancementGeneric-title">RELATED COVERAGE</div><ul><li><h3 class="PagePromo-title"><a href="/r">${NOISE.related}</a></h3></li></ul></div></div>
${rest(2)}</div><div class="Page-below"><div class="Tags">${NOISE.nav}</div><div class="AuthorBio">${NOISE.author}</div></div></div></main>
<div class="Page-aside"><div class="PageList-mostRead"><p>${NOISE.trending}</p></div></div>
<div class="TaboolaRecommendationModule" id="taboola-below">${NOISE.sponsored}</div></div>`,
  },
  {
    name: "BBC-like",
    selector: "main article",
    body: ({ headline, byline }, p, rest) => `
<main id="main-content"><article class="ssrcss-1072xwf-ArticleWrapper e1nh2i2l3"><header><div data-component="headline-block" class="ssrcss-1h9jhsr-ComponentWrapper"><h1 id="main-heading">${headline}</h1></div><div data-component="byline-block"><div class="ssrcss-68pt20-Text-TextContributorName">${byline}</div></div></header>
<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><p>${p(0)}</p></div>
<div data-component="ad-slot" class="ssrcss-ad"><p>${NOISE.ad}</p></div>
<div data-component="text-block"><p>${p(1)}</p></div>
<div data-component="unordered-list-block" class="ssrcss-uf6wea"><ul role="list"><li><a href="/r">${NOISE.related}</a></li><li><b><a href="/q">${NOISE.relatedToo}</a></b></li></ul></div>
<div data-component="embed-block"><blockquote>${NOISE.tweet}</blockquote></div>
${rest(2, '<div data-component="text-block"><p>', "</p></div>")}
<section data-component="links-block"><h2>Related Topics</h2><p><a href="/t">${NOISE.nav}</a></p></section>
<section data-component="topic-list"><h2>More on this story</h2><p>${NOISE.trending}</p></section>
<section data-component="comments-block"><p>${NOISE.comment}</p></section></article></main>`,
  },
  {
    name: "Reuters-like",
    selector: "[data-testid=Article]",
    body: ({ headline, byline }, p, rest) => `
<article data-testid="Article"><div class="article-header__wrapper__"><h1 data-testid="Heading" class="text__text__1FZLe">${headline}</h1><div data-testid="AuthorName">${byline}</div><ul class="toolbar__list"><li><button>Save</button></li></ul></div>
<div class="article-body__wrapper__3IxHM"><div class="article-body__content__17Yit"><div data-testid="paragraph-0" class="text__text__1FZLe article-body__paragraph__2-BtD">${p(0)}</div>
<div data-testid="ContextWidget" class="context-widget__tabs__"><div data-testid="TabbedView"><p>${NOISE.relatedToo}</p></div></div>
<div data-testid="ResponsiveAdSlot"><div class="ad-slot__container__FEnoz"><p>${NOISE.ad}</p><span>Advertisement · Scroll to continue</span></div></div>
${rest(1, '<div data-testid="paragraph-1" class="text__text__1FZLe article-body__paragraph__2-BtD">', "</div>")}
<div data-testid="NewsletterSignup"><p>${NOISE.newsletter}</p></div>
<div class="article-body__suggested-topics__"><h2>Suggested Topics:</h2><ul><li><a href="/t">${NOISE.nav}</a></li></ul></div>
<div data-testid="AuthorBio" class="author-bio__card__"><p>${NOISE.author}</p></div></div></div>
<div data-testid="ReadNext"><h2>Read Next</h2><a href="/r">${NOISE.related}</a></div></article>`,
  },
  {
    name: "CNN-like",
    selector: ".article__content-container",
    body: (_, p, rest) => `
<section class="layout__main"><div class="article__content-container"><div class="article__content" data-editable="content" itemprop="articleBody"><p class="paragraph inline-placeholder vossi-paragraph">${p(0)}</p>
<div class="ad-slot-dynamic" data-unselectable="true"><div class="ad-feedback__modal"><p>${NOISE.ad}</p></div></div>
<p class="paragraph inline-placeholder">${p(1)}</p>
<div class="related-content related-content--article" data-component-name="related-content"><div class="related-content__headline"><span class="related-content__label">RELATED ARTICLE</span><a href="/r">${NOISE.related}</a></div></div>
<div class="highlights"><h3>Get the newsletter</h3><p class="newsletter-text">${NOISE.newsletter}</p></div>
${rest(2, '<p class="paragraph inline-placeholder">')}</div></div></section>`,
  },
  {
    name: "NPR-like",
    selector: "#storytext",
    body: (_, p, rest) => `
<div id="storytext" class="storytext storylocation linkLocation"><div id="res1" class="bucketwrap image large"><div class="credit-caption"><div class="caption-wrap"><div class="caption"><p>The harbour on Sunday. Photo: Lea Brandt</p></div></div></div></div>
<p>${p(0)}</p><aside id="ad-backstage-wrap" aria-label="advertisement"><p>${NOISE.ad}</p></aside>
<p>${p(1)}</p>
<div id="res2" class="bucketwrap internallink insettwocolumn inset2col"><div class="bucket img"><div class="bucketblock"><h3 class="slug"><a href="/s">${NOISE.nav}</a></h3><h3><a href="/r">${NOISE.related}</a></h3></div></div></div>
<div class="bucketwrap twitter"><blockquote>${NOISE.tweet}</blockquote></div>
${rest(2)}<div class="recommended-stories"><p>${NOISE.trending}</p></div><div class="share-tools share-tools--secondary" aria-label="Share tools"><ul><li>${NOISE.share}</li></ul></div></div>`,
  },
  {
    name: "Fox-like, with links in capitals",
    selector: ".article-body",
    body: (_, p, rest) => `
<div class="article-content"><div class="article-body"><p class="speakable">${p(0)}</p>
<p><a href="/app"><strong>CLICK HERE TO GET THE NEWS APP</strong></a></p>
<p class="speakable">${p(1)}</p><p><strong><a href="/r">SENATOR GRACE MOODY SAYS ‘NO MORE DELAYS’ IN FIERY SPEECH</a></strong></p>
<div class="featured featured-video video-ct"><p>${NOISE.hidden}</p></div><div class="ad-container desktop ad-h-50 ad-w-300"><p>${NOISE.ad}</p></div>
${rest(2)}
<p><i>Read more: <a href="/q">${NOISE.relatedToo}</a></i></p>
<div class="article-meta article-meta-lower"><div class="author-bio"><p>${NOISE.author}</p></div></div></div></div>`,
  },
  {
    name: "Yahoo-like",
    selector: ".caas-body",
    body: (_, p, rest) => `
<div class="caas-content-wrapper"><div class="caas-body"><p>${p(0)}</p><div class="caas-da" data-type="sda"><div id="sda-INARTICLE"><p>${NOISE.ad}</p></div></div>
${rest(1)}<div class="caas-readmore caas-readmore-collapse"><button>Story continues</button></div>
<div class="caas-iframe twitter-tweet"><blockquote>${NOISE.tweet}</blockquote></div>
<div class="caas-carousel"><ul><li><a href="/r">${NOISE.related}</a></li></ul></div><div class="view-cmts-cta-wrapper"><button>View comments</button></div></div></div>`,
  },
  {
    name: "A live blog",
    selector: "main",
    body: ({ headline }, p, rest) => `
<main itemscope itemtype="https://schema.org/LiveBlogPosting"><h1 itemprop="headline">${headline}</h1>
<div class="live-blog__countdown" role="timer">00:12</div><div class="key-events related-nav"><ol><li><a href="#a">${NOISE.related}</a></li></ol></div>
<div class="posts"><article class="live-post" itemprop="liveBlogUpdate"><div itemprop="articleBody"><p>${p(0)}</p></div><footer><div class="share-buttons">${NOISE.share}</div></footer></article>
<div class="ad-unit" data-ad-unit-path="/1/live"><p>${NOISE.ad}</p></div>
<article class="live-post" itemprop="liveBlogUpdate"><div itemprop="articleBody">${rest(1)}</div></article></div>
<div id="disqus_thread"><p>${NOISE.comment}</p></div></main>`,
  },
  {
    name: "Deutsche Welle-like, with a poll and a form",
    selector: ".rich-text",
    body: (_, p, rest) => `
<div class="c17j8gzx rich-text"><p>${p(0)}</p><p>${p(1)}</p>
<form class="poll"><fieldset><legend>Should it close?</legend><p>${NOISE.poll}</p></fieldset></form>
<h2>Related topics</h2><ul class="smart-topic-list"><li><a href="/t">${NOISE.nav}</a></li></ul>
${rest(2)}<div class="advertisement mobile" aria-label="Advertisement"><p>${NOISE.ad}</p></div><div role="search"><p>${NOISE.trending}</p></div></div>`,
  },
];
