<?php

/**
 * The page Settings → Who said what.
 *
 * @package whosaid
 */

namespace Whosaid;

defined('ABSPATH') || exit;

/** Adds the page to the menu, for those who may change settings. */
function add_settings_page(): void
{
    add_options_page(
        __('Who said what', 'whosaid'),
        __('Who said what', 'whosaid'),
        'manage_options',
        'whosaid',
        __NAMESPACE__ . '\\print_settings_page'
    );
}

/** Adds a link to the page to the list of plug-ins. */
function add_settings_link(array $links): array
{
    $address = admin_url('options-general.php?page=whosaid');
    array_unshift($links, sprintf('<a href="%s">%s</a>', esc_url($address), esc_html__('Settings', 'whosaid')));
    return $links;
}

/** Adds the fields of the page. */
function add_settings_fields(): void
{
    add_settings_section('whosaid', '', '__return_empty_string', 'whosaid');
    $fields = array(
        'shown' => __('Readers', 'whosaid'),
        'post_types' => __('Where', 'whosaid'),
        'kinds' => __('What is marked', 'whosaid'),
        'theme' => __('Colours', 'whosaid'),
        'checked' => __('Where all was checked', 'whosaid'),
        'checked_part' => __('Where a part was checked', 'whosaid'),
        'about' => __('Your own explanation', 'whosaid'),
    );
    foreach ($fields as $name => $title) {
        $single = in_array($name, array('theme', 'checked', 'checked_part', 'about'), true);
        add_settings_field(
            $name,
            $title,
            __NAMESPACE__ . '\\print_field_' . $name,
            'whosaid',
            'whosaid',
            $single ? array('label_for' => 'whosaid-' . $name) : array()
        );
    }
}

/** Prints the page. */
function print_settings_page(): void
{
    if (! current_user_can('manage_options')) {
        return;
    }
    echo '<div class="wrap"><h1>' . esc_html(get_admin_page_title()) . '</h1>';
    echo '<p>' . esc_html__('Drafts are analyzed in the browser of whoever writes them; nothing is sent anywhere. Readers are shown only what was checked in the editor’s sidebar.', 'whosaid') . '</p>';
    echo '<form method="post" action="options.php">';
    settings_fields('whosaid');
    do_settings_sections('whosaid');
    submit_button();
    echo '</form></div>';
}

/** Prints whether reports are shown at all. */
function print_field_shown(): void
{
    print_checkbox('[shown]', '1', settings()['shown'], __('Show reports beside published articles', 'whosaid'));
}

/** Prints the choice of post types. */
function print_field_post_types(): void
{
    print_choices('post_types', possible_post_types(), __('Reports of other types stay stored.', 'whosaid'));
}

/** Prints the choice of what is marked in the text. */
function print_field_kinds(): void
{
    print_choices(
        'kinds',
        array(
            'direct' => __('Direct quotes', 'whosaid'),
            'mixed' => __('Partly direct quotes', 'whosaid'),
            'indirect' => __('Indirect quotes', 'whosaid'),
            'source' => __('Who is named as the source', 'whosaid'),
            'cue' => __('Reporting words', 'whosaid'),
            'entity' => __('Names', 'whosaid'),
            'speaker' => __('Each speaker in a colour', 'whosaid'),
        ),
        __('With nothing chosen, the list of speakers is shown alone.', 'whosaid')
    );
}

/** Prints the choice of colours. */
function print_field_theme(): void
{
    $options = array(
        '' => __('As the page has them', 'whosaid'),
        'light' => __('Light', 'whosaid'),
        'dark' => __('Dark', 'whosaid'),
    );
    printf('<select id="whosaid-theme" name="%s[theme]">', esc_attr(OPTION));
    foreach ($options as $value => $label) {
        printf('<option value="%s"%s>%s</option>', esc_attr($value), selected(settings()['theme'], $value, false), esc_html($label));
    }
    echo '</select>';
}

/** Prints the words for a report of which everything was checked. */
function print_field_checked(): void
{
    print_input('checked', 'text', __('Replaces “Checked by the editors.”', 'whosaid'));
}

/** Prints the words for a report of which a part was checked. */
function print_field_checked_part(): void
{
    print_input('checked_part', 'text', __('Replaces “Partly checked by the editors; the rest was found automatically and can be wrong.”', 'whosaid'));
}

/** Prints the address of the site's own words. */
function print_field_about(): void
{
    print_input('about', 'url', __('The address of a page of yours, to which the list has a link.', 'whosaid'));
}

/** Prints several boxes to check. */
function print_choices(string $name, array $choices, string $description): void
{
    echo '<fieldset>';
    foreach ($choices as $value => $label) {
        print_checkbox("[$name][]", $value, in_array($value, settings()[$name], true), $label);
    }
    printf('<p class="description">%s</p></fieldset>', esc_html($description));
}

/** Prints a box to check. */
function print_checkbox(string $name, string $value, bool $is_checked, string $label): void
{
    printf(
        '<label><input type="checkbox" name="%s" value="%s"%s> %s</label><br>',
        esc_attr(OPTION . $name),
        esc_attr($value),
        checked($is_checked, true, false),
        esc_html($label)
    );
}

/** Prints a line to write in. */
function print_input(string $name, string $type, string $description): void
{
    printf(
        '<input class="regular-text" id="whosaid-%1$s" type="%2$s" name="%3$s[%1$s]" value="%4$s" maxlength="%5$d">',
        esc_attr($name),
        esc_attr($type),
        esc_attr(OPTION),
        esc_attr(settings()[$name]),
        'url' === $type ? 2000 : absint(LABEL_LENGTH)
    );
    printf('<p class="description">%s</p>', esc_html($description));
}
