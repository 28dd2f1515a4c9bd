<?php

/**
 * The settings of the WordPress that tests run in; `cargo xtask wordpress` copies this beside it.
 *
 * @package whosaid
 */

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('WHOSAID_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');

define('WP_HOME', getenv('WHOSAID_ADDRESS'));
define('WP_SITEURL', getenv('WHOSAID_ADDRESS'));
foreach (array('AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE') as $whosaid_name) {
    define($whosaid_name . '_KEY', 'of tests only');
    define($whosaid_name . '_SALT', 'of tests only');
}

// Nothing goes to wordpress.org, and nothing happens beside what a test does.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
define('FS_METHOD', 'direct');
define('AUTOSAVE_INTERVAL', 3600);

// Tests read what PHP complains about.
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', getenv('WHOSAID_LOG'));

$table_prefix = 'wp_';

defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
