<?php

/**
 * The sidebar of the block editor.
 *
 * @package whosaid
 */

namespace Whosaid;

defined('ABSPATH') || exit;

/** The scripts that the sidebar needs. */
const SIDEBAR_NEEDS = array(
    'whosaid-draft',
    'whosaid-review',
    'whosaid-words',
    'wp-block-editor',
    'wp-blocks',
    'wp-components',
    'wp-data',
    'wp-edit-post',
    'wp-editor',
    'wp-element',
    'wp-i18n',
    'wp-plugins',
    'wp-rich-text',
);

/** Adds the sidebar's scripts to the editor of posts that can have a report. */
function enqueue_sidebar(): void
{
    $screen = get_current_screen();
    if (! $screen || 'post' !== $screen->base || ! in_array($screen->post_type, settings()['post_types'], true)) {
        return;
    }
    foreach (array('draft', 'review', 'words') as $part) {
        wp_enqueue_script('whosaid-' . $part, plugins_url("sidebar/$part.js", FILE), array(), VERSION, true);
    }
    wp_enqueue_script('whosaid-sidebar', plugins_url('sidebar/sidebar.js', FILE), SIDEBAR_NEEDS, VERSION, true);
    wp_set_script_translations('whosaid-sidebar', 'whosaid', plugin_dir_path(FILE) . 'languages');
    $address = array('script' => plugins_url('assets/who-said-editor.js', FILE), 'language' => get_user_locale());
    wp_add_inline_script('whosaid-sidebar', 'window.whosaidSidebar = ' . wp_json_encode($address, JSON_HEX_TAG) . ';', 'before');
    wp_enqueue_style('whosaid-sidebar', plugins_url('sidebar/sidebar.css', FILE), array('wp-components'), VERSION);
}
