<?php

/**
 * The settings: what they are, and what is accepted for them.
 *
 * @package whosaid
 */

namespace Whosaid;

defined('ABSPATH') || exit;

/** The option that holds all settings. */
const OPTION = 'whosaid_settings';

/** What the widget can highlight. */
const KINDS = array('direct', 'mixed', 'indirect', 'source', 'cue', 'entity', 'speaker');

/** How long a label may be, in characters. */
const LABEL_LENGTH = 200;

/** Loads the translations that lie in the plug-in's folder. */
function load_translations(): void
{
    load_plugin_textdomain('whosaid', false, dirname(plugin_basename(FILE)) . '/languages');
}

/** Makes the option known, so that whatever writes it has it sanitized. */
function register_settings(): void
{
    register_setting(
        'whosaid',
        OPTION,
        array(
            'type' => 'object',
            'description' => __('Where and how reports are shown.', 'whosaid'),
            'sanitize_callback' => __NAMESPACE__ . '\\sanitize_settings',
            'default' => default_settings(),
        )
    );
}

/** Returns the settings of a new installation. */
function default_settings(): array
{
    return array(
        'shown' => true,
        'post_types' => array('post'),
        'kinds' => KINDS,
        'theme' => '',
        'checked' => '',
        'checked_part' => '',
        'about' => '',
    );
}

/** Returns the settings, each of them sound even if the database holds something else. */
function settings(): array
{
    return sanitize_settings(get_option(OPTION, default_settings()));
}

/**
 * Returns sound settings for anything that was sent or stored.
 *
 * @param mixed $input What was sent or stored.
 */
function sanitize_settings($input): array
{
    $input = is_array($input) ? $input : default_settings();
    $text = static function (string $key) use ($input): string {
        $value = $input[$key] ?? '';
        return is_string($value) ? mb_substr(sanitize_text_field($value), 0, LABEL_LENGTH) : '';
    };
    $some = static function (string $key, array $allowed) use ($input): array {
        return array_values(array_intersect($allowed, array_filter((array) ($input[$key] ?? array()), 'is_string')));
    };
    $theme = $input['theme'] ?? '';
    $about = $input['about'] ?? '';
    return array(
        'shown' => ! empty($input['shown']),
        'post_types' => $some('post_types', array_keys(possible_post_types())),
        'kinds' => $some('kinds', KINDS),
        'theme' => in_array($theme, array('light', 'dark'), true) ? $theme : '',
        'checked' => $text('checked'),
        'checked_part' => $text('checked_part'),
        'about' => is_string($about) ? esc_url_raw(trim($about), array('http', 'https')) : '',
    );
}

/**
 * Returns the post types that can have a report, with their names: those that visitors read, which are written in the block
 * editor and store fields of plug-ins.
 */
function possible_post_types(): array
{
    $possible = array();
    foreach (get_post_types(array('public' => true, 'show_in_rest' => true), 'objects') as $type) {
        if (post_type_supports($type->name, 'editor') && post_type_supports($type->name, 'custom-fields')) {
            $possible[$type->name] = $type->labels->name;
        }
    }
    return $possible;
}
