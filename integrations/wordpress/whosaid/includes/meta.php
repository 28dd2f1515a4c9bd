<?php

/**
 * What is stored with a post: its report, whether readers are shown it, and what was dismissed of the check.
 *
 * @package whosaid
 */

namespace Whosaid;

use WP_Error;
use WP_REST_Request;

defined('ABSPATH') || exit;

/** The reviewed report, as JSON. */
const META_REPORT = '_whosaid_report';

/** Whether readers of this post are not shown its report. */
const META_HIDDEN = '_whosaid_hidden';

/** The findings of the check that were dismissed, as a list. */
const META_DISMISSED = '_whosaid_dismissed';

/** All keys; the first one is copied to revisions. */
const META_KEYS = array(META_REPORT, META_HIDDEN, META_DISMISSED);

/** How many dismissed findings a post can have. */
const MOST_DISMISSED = 1000;

/** Registers the fields for the post types of the settings. */
function register_meta(): void
{
    foreach (settings()['post_types'] as $type) {
        $report = array(
            'type' => 'string',
            'description' => __('The reviewed report, as JSON.', 'whosaid'),
            'single' => true,
            'default' => '',
            'auth_callback' => __NAMESPACE__ . '\\may_store',
            'sanitize_callback' => __NAMESPACE__ . '\\sanitize_report',
            // What is not published yet is for those alone who may edit the post.
            'show_in_rest' => array('schema' => array('context' => array('edit'))),
        );
        if (stores_meta_in_revisions()) {
            $report['revisions_enabled'] = post_type_supports($type, 'revisions');
        }
        register_post_meta($type, META_REPORT, $report);
        register_post_meta(
            $type,
            META_HIDDEN,
            array(
                'type' => 'boolean',
                'description' => __('Whether readers are not shown the report.', 'whosaid'),
                'single' => true,
                'default' => false,
                'auth_callback' => __NAMESPACE__ . '\\may_store',
                'show_in_rest' => array('schema' => array('context' => array('edit'))),
            )
        );
        register_post_meta(
            $type,
            META_DISMISSED,
            array(
                'type' => 'array',
                'description' => __('The findings of the check that were dismissed.', 'whosaid'),
                'single' => true,
                'default' => array(),
                'auth_callback' => __NAMESPACE__ . '\\may_store',
                'sanitize_callback' => __NAMESPACE__ . '\\sanitize_dismissed',
                'show_in_rest' => array('schema' => dismissed_schema() + array('context' => array('edit'))),
            )
        );
        add_filter('rest_pre_insert_' . $type, __NAMESPACE__ . '\\check_request', 10, 2);
    }
}

/**
 * Returns what is stored of a report: nothing where it is none. Requests are refused with a reason before; this is for all
 * other ways to store something.
 *
 * @param mixed $value What is to be stored.
 */
function sanitize_report($value): string
{
    $checked = is_string($value) ? check_report($value) : '';
    return is_string($checked) ? $checked : '';
}

/** Returns the schema of a list of dismissed findings: the rule, what it says, and the words with what stands around them. */
function dismissed_schema(): array
{
    $object = static function (array $properties): array {
        return array(
            'type' => 'object',
            'properties' => $properties,
            'required' => array_keys($properties),
            'additionalProperties' => false,
        );
    };
    $text = array('type' => 'string');
    $passage = array('exact' => $text, 'before' => $text, 'after' => $text, 'at' => array('type' => 'integer', 'minimum' => 0));
    return array(
        'type' => 'array',
        'maxItems' => MOST_DISMISSED,
        'items' => $object(array('rule' => $text, 'message' => $text, 'passage' => $object($passage))),
    );
}

/**
 * Returns what is stored of dismissed findings: none where they are no such list.
 *
 * @param mixed $value What is to be stored.
 */
function sanitize_dismissed($value): array
{
    $schema = dismissed_schema();
    $valid = rest_validate_value_from_schema($value, $schema, META_DISMISSED);
    $sanitized = is_array($value) && true === $valid ? rest_sanitize_value_from_schema($value, $schema, META_DISMISSED) : array();
    return is_array($sanitized) ? $sanitized : array();
}

/** Whether WordPress itself copies fields to revisions, as it does from 6.4 on. */
function stores_meta_in_revisions(): bool
{
    return function_exists('wp_post_revision_meta_keys');
}

/**
 * Whether the user may store the field with the post.
 *
 * @param bool   $allowed What WordPress would say, which is no for protected fields.
 * @param string $key     The field.
 * @param int    $post_id The post.
 * @param int    $user_id The user.
 */
function may_store($allowed, $key, $post_id, $user_id): bool
{
    return user_can($user_id, 'edit_post', $post_id);
}

/**
 * Refuses to store a post with a report that is none.
 *
 * @param object|WP_Error $post    The post to store.
 * @param WP_REST_Request $request The request.
 * @return object|WP_Error
 */
function check_request($post, WP_REST_Request $request)
{
    $report = is_array($request['meta']) ? $request['meta'][META_REPORT] ?? null : null;
    $checked = is_string($report) ? check_report($report) : '';
    return is_wp_error($checked) ? $checked : $post;
}
