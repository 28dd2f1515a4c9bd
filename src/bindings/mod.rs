//! What JavaScript calls; the functions convert, call and return.
