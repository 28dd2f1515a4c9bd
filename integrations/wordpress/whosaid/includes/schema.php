<?php

/**
 * The JSON Schema of reviewed reports, in the part of the language that WordPress validates with.
 *
 * @package whosaid
 */

namespace Whosaid;

defined('ABSPATH') || exit;

/** The published schemas, which the build copies here. */
const SCHEMAS = __DIR__ . '/../assets/';

/** Returns the schema of a reviewed report without references, for `rest_validate_value_from_schema`. */
function reviewed_report_schema(): array
{
    static $schema = null;
    if (null === $schema) {
        $files = array('' => read_schema('reviewed-report.schema.json'));
        $files['report.schema.json'] = read_schema('report.schema.json');
        $schema = resolve_schema($files[''], $files, '');
    }
    return $schema;
}

/** Reads one of the published schemas; an array without rules where it is missing. */
function read_schema(string $name): array
{
    $schema = wp_json_file_decode(SCHEMAS . $name, array('associative' => true));
    return is_array($schema) ? $schema : array('type' => 'null');
}

/**
 * Returns a schema with what its references stand for in their place.
 *
 * @param array  $schema The schema, or a part of one.
 * @param array  $files  All schemas by their names.
 * @param string $file   The name of the schema that this is a part of.
 */
function resolve_schema(array $schema, array $files, string $file): array
{
    unset($schema['description'], $schema['title'], $schema['$schema'], $schema['$defs'], $schema['format'], $schema['default']);
    $resolved = array();
    if (isset($schema['$ref'])) {
        list($target, $path) = explode('#/$defs/', $schema['$ref']);
        $target = '' === $target ? $file : $target;
        $resolved = resolve_schema($files[$target]['$defs'][$path], $files, $target);
        unset($schema['$ref']);
    }
    foreach ($schema['allOf'] ?? array() as $part) {
        $resolved = merge_schemas($resolved, resolve_schema($part, $files, $file));
    }
    unset($schema['allOf']);
    // WordPress knows lists of values only.
    if (array_key_exists('const', $schema)) {
        $schema['enum'] = array($schema['const']);
        $schema['type'] = $schema['type'] ?? json_type($schema['const']);
        unset($schema['const']);
    }
    if (isset($schema['enum']) && ! isset($schema['type'])) {
        $schema['type'] = json_type($schema['enum'][0]);
    }
    foreach (array('properties', 'anyOf', 'oneOf') as $key) {
        foreach ($schema[$key] ?? array() as $name => $part) {
            $schema[$key][$name] = resolve_schema($part, $files, $file);
        }
    }
    if (isset($schema['items'])) {
        $schema['items'] = resolve_schema($schema['items'], $files, $file);
    }
    return merge_schemas($resolved, $schema);
}

/** Returns a schema of all that either of two demands. */
function merge_schemas(array $first, array $second): array
{
    foreach ($second as $key => $value) {
        if ('required' === $key) {
            $first[$key] = array_values(array_unique(array_merge($first[$key] ?? array(), $value)));
        } elseif (is_array($value) && is_array($first[$key] ?? null)) {
            $first[$key] = merge_schemas($first[$key], $value);
        } else {
            $first[$key] = $value;
        }
    }
    return $first;
}

/**
 * Returns the name that JSON Schema has for the type of a value.
 *
 * @param mixed $value A value that is no list and no object.
 */
function json_type($value): string
{
    if (is_bool($value)) {
        return 'boolean';
    }
    return is_string($value) ? 'string' : 'integer';
}
