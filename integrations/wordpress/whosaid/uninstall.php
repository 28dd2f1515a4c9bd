<?php

/**
 * Removes all that the plug-in has stored: its settings, and the reports and choices of posts and their revisions.
 *
 * @package whosaid
 */

defined('WP_UNINSTALL_PLUGIN') || exit;

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/meta.php';

$whosaid_sites = is_multisite() ? get_sites(array('fields' => 'ids', 'number' => 0)) : array(0);
foreach ($whosaid_sites as $whosaid_site) {
    if (is_multisite()) {
        switch_to_blog($whosaid_site);
    }
    delete_option(Whosaid\OPTION);
    foreach (Whosaid\META_KEYS as $whosaid_key) {
        delete_post_meta_by_key($whosaid_key);
    }
    if (is_multisite()) {
        restore_current_blog();
    }
}
