<?php

/**
 * Runs PHP code from standard input inside WordPress, for tests that change what is behind it, and prints the result as JSON.
 *
 * @package whosaid
 */

require getenv('WHOSAID_WORDPRESS') . '/wp-load.php';

// phpcs:ignore Squiz.PHP.Eval -- The tests write the code.
echo wp_json_encode(eval(stream_get_contents(STDIN)));
