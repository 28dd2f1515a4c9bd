<?php

/**
 * What a web server's settings do for WordPress: files are served as they are, all else is answered by index.php.
 *
 * @package whosaid
 */

$path = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($path) || is_file(rtrim($path, '/') . '/index.php')) {
    return false;
}
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
