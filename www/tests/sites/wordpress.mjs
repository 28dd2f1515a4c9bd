import { NOISE } from "./articles.mjs";

/** Themes and plug-ins of WordPress. @type {import("./site.mjs").Structure[]} */
export const WORDPRESS = [
  {
    name: "WordPress, Twenty Twenty-One",
    selector: "article",
    body: ({ headline, byline }, p, rest) => `
<header id="masthead" class="site-header" role="banner"><nav id="site-navigation" class="primary-navigation"><a href="/">${NOISE.nav}</a></nav></header>
<main id="main" class="site-main">
<article id="post-112" class="post-112 post type-post status-publish format-standard has-post-thumbnail hentry category-news tag-ads entry">
<header class="entry-header alignwide"><h1 class="entry-title">${headline}</h1><figure class="post-thumbnail"><img alt=""></figure></header>
<div class="entry-content"><p>${p(0)}</p><p class="has-drop-cap">${p(1)}</p>
<div class="code-block code-block-1" style="margin: 8px auto; text-align: center;"><ins class="adsbygoogle" style="display:block" data-ad-client="ca-pub-1" data-ad-slot="1">${NOISE.ad}</ins></div>
${rest(2)}</div>
<footer class="entry-footer default-max-width"><div class="posted-by"><span class="posted-on">Published</span> <span class="byline">${byline}</span></div><span class="tags-links">${NOISE.nav}</span></footer>
<div class="author-bio show-avatars"><p class="author-description">${NOISE.author}</p></div>
</article>
<nav class="navigation post-navigation"><a href="/n">${NOISE.related}</a></nav>
<div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><p>${NOISE.comment}</p></li></ol></div></main>`,
  },
  {
    name: "WordPress, Twenty Twenty-Four with blocks",
    selector: "main",
    body: ({ headline }, p, rest) => `
<div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation"><a href="/">${NOISE.nav}</a></nav></header>
<main class="wp-block-group" id="wp--skip-link--target">
<div class="wp-block-group has-global-padding is-layout-constrained"><h1 class="wp-block-post-title">${headline}</h1>
<div class="wp-block-template-part"><div class="wp-block-post-date">Monday, 4 May</div></div></div>
<div class="entry-content wp-block-post-content has-global-padding is-layout-constrained wp-block-post-content-is-layout-constrained"><p>${p(0)}</p><p class="has-background has-text-color">${p(1)}</p>
<figure class="wp-block-pullquote"><blockquote><p>Not everything, but it's a good beginning</p></blockquote></figure>
<figure class="wp-block-embed is-type-rich is-provider-twitter wp-block-embed-twitter"><div class="wp-block-embed__wrapper"><blockquote class="twitter-tweet"><p>${NOISE.tweet}</p></blockquote></div></figure>
${rest(2)}
<div class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link">Subscribe now</a></div></div></div>
<div class="wp-block-group"><div class="wp-block-post-terms taxonomy-post_tag"><a href="/t">${NOISE.nav}</a></div></div>
<div class="wp-block-comments"><h2>Comments</h2><ol class="wp-block-comment-template"><li><p>${NOISE.comment}</p></li></ol><div class="comment-respond"><h3 class="comment-reply-title">Leave a reply</h3><form><label>Name</label></form></div></div>
<nav class="wp-block-group" aria-label="Posts"><a href="/p">${NOISE.related}</a></nav>
</main><footer class="wp-block-template-part"><p>${NOISE.footer}</p></footer></div>`,
    own: ["Not everything, but it's a good beginning"],
  },
  {
    name: "WordPress, Newspaper theme (tagDiv)",
    selector: "article.post",
    body: ({ headline, byline }, p, rest) => `
<div id="td-outer-wrap" class="td-theme-wrap"><article class="td-post-template-2 post-5 post type-post has-post-thumbnail">
<div class="td-post-header"><ul class="td-category"><li class="entry-category"><a href="/c">News</a></li></ul><h1 class="entry-title">${headline}</h1><div class="td-module-meta-info"><div class="td-post-author-name">${byline}</div></div></div>
<div class="td-post-sharing-top"><div class="td-post-sharing"><span>${NOISE.share}</span></div></div>
<div class="td-post-content tagdiv-type"><p>${p(0)}</p>
<div class="td-a-rec td-a-rec-id-content_inline tdi_2"><span class="td-adspot-title">- Advertisement -</span><p>${NOISE.ad}</p></div>
${rest(1)}</div>
<footer><div class="td-post-source-tags"><ul class="td-tags"><li><a href="/t">${NOISE.nav}</a></li></ul></div>
<div class="td-block-row td-post-next-prev"><a href="/x">${NOISE.relatedToo}</a></div>
<div class="author-box-wrap"><div class="desc">${NOISE.author}</div></div></footer>
</article>
<div class="td_block_related_posts"><h4>RELATED ARTICLES</h4><div class="td_module_related_posts"><h3><a href="/r">${NOISE.related}</a></h3></div></div>
<div class="comments" id="comments"><p>${NOISE.comment}</p></div></div>`,
  },
  {
    name: "WordPress, GeneratePress with Jetpack",
    selector: ".inside-article",
    body: ({ headline, byline }, p, rest) => `
<main class="site-main"><article id="post-9" class="post-9 post"><div class="inside-article">
<header class="entry-header"><h1 class="entry-title">${headline}</h1><div class="entry-meta"><span class="byline">${byline}</span></div></header>
<div class="entry-content"><p>${p(0)}</p><p>${p(1)}</p>
<div class="wp-block-jetpack-subscriptions"><p>${NOISE.newsletter}</p><form><input type="email"></form></div>
${rest(2)}
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div></div>
<div class="sharedaddy sd-block sd-like jetpack-likes-widget-wrapper"><h3>Like this:</h3><span>Like Loading...</span></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><div class="jp-relatedposts-post"><h4><a href="/r">${NOISE.related}</a></h4><p>${NOISE.relatedToo}</p></div></div></div>
</div></div></article></main>`,
  },
  {
    name: "WordPress, Genesis",
    selector: "main.content",
    body: ({ headline, byline }, p, rest) => `
<div class="site-container"><div class="site-inner"><div class="content-sidebar-wrap"><main class="content">
<div class="breadcrumb" itemtype="https://schema.org/BreadcrumbList">You are here: <a href="/">Home</a> / ${headline}</div>
<article class="post-7 post entry" itemscope itemtype="https://schema.org/CreativeWork">
<header class="entry-header"><h1 class="entry-title">${headline}</h1><p class="entry-meta">${byline}</p></header>
<div class="entry-content" itemprop="text"><p>${p(0)}</p>${rest(1)}</div>
<footer class="entry-footer"><p class="entry-meta">Filed Under: <a href="/c">News</a></p></footer></article>
<section class="author-box"><h4 class="author-box-title">About the author</h4><div class="author-box-content"><p>${NOISE.author}</p></div></section>
<div class="after-entry widget-area"><section class="widget enews-widget"><h4>Sign up</h4><p>${NOISE.newsletter}</p></section></div>
<div class="entry-comments" id="comments"><h3>Comments</h3><ol class="comment-list"><li class="comment"><article><div class="comment-content"><p>${NOISE.comment}</p></div></article></li></ol></div>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3></div>
</main><aside class="sidebar sidebar-primary widget-area"><section class="widget"><p>${NOISE.trending}</p></section></aside></div></div></div>`,
  },
  {
    name: "WordPress, Ad Inserter, YARPP and a link list",
    selector: "article .post-content",
    body: ({ headline }, p, rest) => `
<article class="post advert-free comments-open"><h1>${headline}</h1><div class="post-content content-with-sidebar">
<p>${p(0)}</p>
<div class="ai-viewports ai-viewport-1" data-insertion-position="after"><div class="banner-300" style="width:300px;height:250px"><span>${NOISE.ad}</span></div></div>
<p>${p(1)}</p>
<ul><li><a href="/a">${NOISE.related}</a></li><li><a href="/b">${NOISE.relatedToo}</a></li></ul>
${rest(2)}
<div class="yarpp yarpp-related yarpp-related-website"><h3>Related posts:</h3><ol><li><a href="/r">${NOISE.trending}</a></li></ol></div>
<div class="heateor_sss_sharing_container"><p>${NOISE.share}</p></div>
<div class="mc4wp-form"><p>${NOISE.newsletter}</p></div>
<p class="post-tags">Tags: <a href="/t">bridge</a>, <a href="/u">harbour</a></p></div></article>`,
  },
  {
    name: "WordPress, Elementor",
    selector: ".elementor-location-single",
    body: ({ headline, byline }, p, rest) => `
<div data-elementor-type="single-post" class="elementor elementor-location-single post-3 post ast-article-single">
<section class="elementor-section elementor-top-section"><div class="elementor-container"><div class="elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">${headline}</h1></div>
<div class="elementor-widget elementor-widget-post-info"><ul><li>${byline}</li></ul></div></div></section>
<section class="elementor-section"><div class="elementor-widget elementor-widget-theme-post-content" data-widget_type="theme-post-content.default"><div class="elementor-widget-container"><p>${p(0)}</p><p>${p(1)}</p>${rest(2)}</div></div>
<div class="elementor-widget elementor-widget-share-buttons"><div class="elementor-grid">${NOISE.share}</div></div>
<div class="elementor-widget elementor-widget-author-box"><p>${NOISE.author}</p></div>
<div class="elementor-widget elementor-widget-post-navigation"><a href="/n">${NOISE.related}</a></div>
<div class="elementor-widget elementor-widget-posts"><article class="elementor-post"><h3><a href="/q">${NOISE.relatedToo}</a></h3><p>${NOISE.trending}</p></article></div>
<div class="elementor-widget elementor-widget-post-comments"><p>${NOISE.comment}</p></div></section></div>`,
  },
];
