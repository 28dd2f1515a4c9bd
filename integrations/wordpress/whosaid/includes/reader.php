<?php

/**
 * The page that visitors read.
 *
 * @package whosaid
 */

namespace Whosaid;

defined('ABSPATH') || exit;

/** Adds the report to the text of the post that the page is about, where it has one that somebody has checked. */
function add_widget(string $content): string
{
    $post_id = (int) get_the_ID();
    if (! is_page_about($post_id)) {
        return $content;
    }
    $report = is_shown($post_id) ? printable_report($post_id) : null;
    return null === $report ? $content : $content . widget($report);
}

/** Whether the page is about this post, and its text may be read. */
function is_page_about(int $post_id): bool
{
    return is_singular() && ! is_feed() && get_queried_object_id() === $post_id && ! post_password_required($post_id);
}

/** Whether settings and post allow to show a report. */
function is_shown(int $post_id): bool
{
    $settings = settings();
    return $settings['shown']
        && in_array(get_post_type($post_id), $settings['post_types'], true)
        && ! get_post_meta($post_id, META_HIDDEN, true);
}

/** Returns the element that shows a report, and has its script printed with the page. */
function widget(string $report): string
{
    $settings = settings();
    $id = wp_unique_id('whosaid-');
    $attributes = array(
        'id' => $id,
        // Themes have no common name for the element that holds the text.
        'for' => ":has(> #$id)",
        'mode' => 'reviewed-only',
        'lang' => get_bloginfo('language'),
    );
    if (KINDS !== $settings['kinds']) {
        $attributes['kinds'] = implode(' ', $settings['kinds']);
    }
    foreach (array('theme' => 'theme', 'about' => 'about', 'checked' => 'data-checked', 'checked_part' => 'data-checked-part') as $setting => $name) {
        if ('' !== $settings[$setting]) {
            $attributes[$name] = $settings[$setting];
        }
    }
    wp_enqueue_script('whosaid-labels', plugins_url('reader/labels.js', FILE), array(), VERSION, true);
    wp_enqueue_script('whosaid-reviewed', plugins_url('assets/who-said-reviewed.js', FILE), array('whosaid-labels'), VERSION, true);
    $html = '<who-said';
    foreach ($attributes as $name => $value) {
        $html .= sprintf(' %s="%s"', $name, 'about' === $name ? esc_url($value) : esc_attr($value));
    }
    return "\n$html><script type=\"application/json\">$report</script></who-said>\n";
}
