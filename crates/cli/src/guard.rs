//! Keeps a panic in one article from ending the work on all others.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use whosaid::Analyzer;

thread_local! {
    /// Whether a panic of this thread is caught, and so not to be printed.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
    /// What the last panic that was caught said, and where.
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Calls `read` with an analyzer; where that panics, returns the panic's message and place, and makes a new analyzer.
pub fn guarded<T>(analyzer: &mut Analyzer, read: impl FnOnce(&mut Analyzer) -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !GUARDED.get() {
                return usual(panic);
            }
            let said = panic.payload_as_str().unwrap_or("no message");
            let place = panic.location().map(|place| format!(" ({place})")).unwrap_or_default();
            MESSAGE.set(format!("{said}{place}"));
        }));
    });
    GUARDED.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(|| read(analyzer)));
    GUARDED.set(false);
    done.map_err(|_| {
        // The panic may have left half of an article in it.
        *analyzer = Analyzer::new();
        MESSAGE.take()
    })
}

#[cfg(test)]
mod tests {
    use whosaid::Offsets;

    use super::*;

    #[test]
    fn a_panic_is_an_error_that_says_where() {
        let mut analyzer = Analyzer::new();
        let failed: Result<(), String> = guarded(&mut analyzer, |_| panic!("no word {}", 7));
        let message = failed.unwrap_err();
        assert!(message.starts_with("no word 7 (") && message.contains("guard.rs"), "{message}");
        let report = guarded(&mut analyzer, |analyzer| analyzer.analyze("“Yes,” said Ada Byron.", Offsets::Byte));
        assert_eq!(report.unwrap().quotes.len(), 1);
    }
}
