<?php

/**
 * Prints a post as classic themes do.
 *
 * @package whosaid
 */

?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo('charset'); ?>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<?php
while (have_posts()) {
    the_post();
    echo '<h1>';
    the_title();
    echo '</h1><div class="story">';
    the_content();
    echo '</div>';
}
wp_footer();
?>
</body>
</html>
