<?php

/**
 * Plugin Name:       whosaid
 * Description:       Shows who says what in a draft while you write it, and, once you have checked it, beside the published article.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            whosaid
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       whosaid
 * Domain Path:       /languages
 *
 * @package whosaid
 */

namespace Whosaid;

defined('ABSPATH') || exit;

const VERSION = '0.1.0';
const FILE = __FILE__;

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/schema.php';
require_once __DIR__ . '/includes/report.php';
require_once __DIR__ . '/includes/meta.php';
require_once __DIR__ . '/includes/revisions.php';
require_once __DIR__ . '/includes/settings-page.php';
require_once __DIR__ . '/includes/sidebar.php';
require_once __DIR__ . '/includes/reader.php';

add_action('init', __NAMESPACE__ . '\\load_translations');
// After the post types of themes and other plug-ins.
add_action('init', __NAMESPACE__ . '\\register_settings', 20);
add_action('init', __NAMESPACE__ . '\\register_meta', 20);
register_revisions();
add_action('admin_menu', __NAMESPACE__ . '\\add_settings_page');
add_action('admin_init', __NAMESPACE__ . '\\add_settings_fields');
add_filter('plugin_action_links_' . plugin_basename(FILE), __NAMESPACE__ . '\\add_settings_link');
add_action('enqueue_block_editor_assets', __NAMESPACE__ . '\\enqueue_sidebar');
// After paragraphs and shortcodes, which must not be looked for in a report.
add_filter('the_content', __NAMESPACE__ . '\\add_widget', 50);
