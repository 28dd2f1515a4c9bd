<?php

/**
 * Revisions have the report that the post had. From WordPress 6.4 on it does that itself, so this is for the versions before.
 *
 * @package whosaid
 */

namespace Whosaid;

use WP_Post;

defined('ABSPATH') || exit;

/** Adds what copies reports to revisions and back. */
function register_revisions(): void
{
    if (stores_meta_in_revisions()) {
        return;
    }
    add_filter('wp_save_post_revision_post_has_changed', __NAMESPACE__ . '\\has_other_report', 10, 3);
    add_action('_wp_put_post_revision', __NAMESPACE__ . '\\copy_to_revision');
    add_action('wp_after_insert_post', __NAMESPACE__ . '\\update_latest_revision', 10, 2);
    add_action('wp_restore_post_revision', __NAMESPACE__ . '\\restore_from_revision', 10, 2);
}

/** Whether a post differs from its latest revision, also by its report alone. */
function has_other_report(bool $has_changed, WP_Post $revision, WP_Post $post): bool
{
    return $has_changed || stored_report($post->ID) !== stored_report($revision->ID);
}

/** Gives a new revision the report of its post. */
function copy_to_revision(int $revision_id): void
{
    $post_id = wp_is_post_revision($revision_id);
    if ($post_id) {
        copy_report($post_id, $revision_id);
        made_revision($post_id, $revision_id);
    }
}

/**
 * Gives the latest revision the report that was stored after it was made: the REST API stores a post first, of which a
 * revision is made, and its fields only then.
 */
function update_latest_revision(int $post_id, WP_Post $post): void
{
    if (! in_array($post->post_type, settings()['post_types'], true)) {
        return;
    }
    $made = made_revision($post_id);
    if ($made) {
        copy_report($post_id, $made);
    } elseif ('auto-draft' !== $post->post_status && differs_from_latest($post_id)) {
        wp_save_post_revision($post_id);
    }
}

/** Gives a post the report of a revision that is restored, and the revision that is made of it as well. */
function restore_from_revision(int $post_id, int $revision_id): void
{
    copy_report($revision_id, $post_id);
    update_latest_revision($post_id, get_post($post_id));
}

/** Returns the revision of a post that was made while the request was answered, after noting one that is given. */
function made_revision(int $post_id, ?int $revision_id = null): ?int
{
    static $made = array();
    if (null !== $revision_id) {
        $made[$post_id] = $revision_id;
    }
    return $made[$post_id] ?? null;
}

/** Copies the report from a post or revision to another one. */
function copy_report(int $from, int $to): void
{
    $report = stored_report($from);
    if ('' === $report) {
        delete_metadata('post', $to, META_REPORT);
    } else {
        // Functions such as `update_post_meta` would store it with the post instead of its revision.
        update_metadata('post', $to, META_REPORT, wp_slash($report));
    }
}

/** Whether a post has another report than its latest revision; not where it has no revision. */
function differs_from_latest(int $post_id): bool
{
    foreach (wp_get_post_revisions($post_id) as $revision) {
        if (! wp_is_post_autosave($revision)) {
            return stored_report($post_id) !== stored_report($revision->ID);
        }
    }
    return false;
}

/** Returns the report as it is stored, or an empty text. */
function stored_report(int $post_id): string
{
    $values = get_metadata_raw('post', $post_id, META_REPORT, false);
    return is_array($values) && is_string($values[0] ?? null) ? $values[0] : '';
}
