/** The value of a file field's `accept`. */
export const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.docx,.pdf,text/plain,text/html,text/markdown";
