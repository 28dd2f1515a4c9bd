<?php

/**
 * Says what the theme can do.
 *
 * @package whosaid
 */

add_theme_support('title-tag');
