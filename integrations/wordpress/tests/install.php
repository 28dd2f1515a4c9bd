<?php

/**
 * Installs WordPress with the users and themes that tests need, and activates the plug-in.
 *
 * @package whosaid
 */

define('WP_INSTALLING', true);

/** Sends nothing; it stands in for WordPress's own. */
function wp_mail(): bool
{
    return true;
}

require getenv('WHOSAID_WORDPRESS') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install('The Ostby Courier', 'editor-in-chief', 'desk@example.org', true, '', 'password');
update_option('active_plugins', array());
// They would be loaded from another site.
update_option('show_avatars', 0);
$error = activate_plugin('whosaid/whosaid.php');
if (is_wp_error($error)) {
    fwrite(STDERR, $error->get_error_message() . "\n");
    exit(1);
}
foreach (array('editor', 'author', 'contributor', 'subscriber') as $role) {
    $id = wp_insert_user(array('user_login' => $role, 'user_pass' => 'password', 'user_email' => "$role@example.org", 'role' => $role));
    if (is_wp_error($id)) {
        fwrite(STDERR, $id->get_error_message() . "\n");
        exit(1);
    }
}

// Nobody is welcomed, and the editor leaves the rest of the page where it is.
foreach (get_users(array('fields' => 'ids')) as $id) {
    $preferences = array('welcomeGuide' => false, 'fullscreenMode' => false);
    update_user_meta($id, 'wp_persisted_preferences', array('core/edit-post' => $preferences, '_modified' => '2026-01-01T00:00:00.000Z'));
}
