declare const __CORE_FILE__: string;

/** The core's file, with a hash of its content in its name, so that a script never loads the core of another version. */
export const CORE_FILE = __CORE_FILE__;
