declare const __CHECK_FILE__: string;

/** The file of the check's module, with a hash of its content in its name, as the core's file has. */
export const CHECK_FILE = __CHECK_FILE__;
