<?php

/**
 * Reviewed reports: what is stored of them, and how they are printed into a page.
 *
 * @package whosaid
 */

namespace Whosaid;

use WP_Error;

defined('ABSPATH') || exit;

/** How long a report may be, in bytes; one of 2,000 words takes about a tenth of it. */
const REPORT_LIMIT = 1000000;

/** How deep JSON may be nested that is stored or printed. */
const JSON_DEPTH = 32;

/**
 * Checks a report that somebody wants to store.
 *
 * @param string $json The report; nothing takes it away.
 * @return string|WP_Error The report as it is stored, or what is wrong with it.
 */
function check_report(string $json)
{
    if ('' === $json) {
        return '';
    }
    $report = decode_json($json);
    if (is_wp_error($report)) {
        return $report;
    }
    $schema = reviewed_report_schema();
    $valid = rest_validate_value_from_schema($report, $schema, '_whosaid_report');
    if (is_wp_error($valid)) {
        return invalid($valid->get_error_message());
    }
    $report = rest_sanitize_value_from_schema($report, $schema, '_whosaid_report');
    return is_wp_error($report) ? invalid($report->get_error_message()) : encode_json($report);
}

/**
 * Returns the report of a post that its readers are shown, as JSON that can stand in a page; null if there is none that
 * somebody has checked.
 */
function printable_report(int $post_id): ?string
{
    $json = get_post_meta($post_id, META_REPORT, true);
    $report = is_string($json) && '' !== $json ? decode_json($json) : null;
    if (! is_array($report) || 'whosaid-reviewed-report' !== ($report['format'] ?? null)) {
        return null;
    }
    $extent = $report['review']['extent'] ?? null;
    return in_array($extent, array('all', 'some'), true) ? printable_json($report) : null;
}

/**
 * Returns JSON that neither ends the script element that it stands in, nor is taken for a comment, a shortcode or an
 * entity by what else reads the page.
 *
 * @param array $value What to print.
 */
function printable_json(array $value): ?string
{
    $json = wp_json_encode($value, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES, JSON_DEPTH);
    $escape = static function (array $literal): string {
        return str_replace(array('[', ']'), array('\u005B', '\u005D'), $literal[0]);
    };
    return false === $json ? null : preg_replace_callback('/"(?:[^"\\\\]++|\\\\.)*+"/', $escape, $json);
}

/**
 * Returns the value of JSON text.
 *
 * @return array|WP_Error A list or an object as an array, or what is wrong with the text.
 */
function decode_json(string $json)
{
    if (strlen($json) > REPORT_LIMIT) {
        /* translators: %s: a size such as “1 MB”. */
        return invalid(sprintf(__('It is longer than %s.', 'whosaid'), size_format(REPORT_LIMIT)));
    }
    $value = json_decode($json, true, JSON_DEPTH);
    return is_array($value) ? $value : invalid(__('It is not valid JSON.', 'whosaid'));
}

/** Returns an array as the JSON that is stored. */
function encode_json(array $value): string
{
    return (string) wp_json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE, JSON_DEPTH);
}

/** Returns the answer to a request to store something that cannot be stored. */
function invalid(string $reason): WP_Error
{
    /* translators: %s: what is wrong with it. */
    $message = sprintf(__('The report cannot be stored. %s', 'whosaid'), $reason);
    return new WP_Error('whosaid_invalid', $message, array('status' => 400));
}
