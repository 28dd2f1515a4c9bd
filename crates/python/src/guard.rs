//! Keeps a panic in one article from ending the process.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::RwLock;

use whosaid::{Analyzer, Offsets, Report};

thread_local! {
    /// What the last panic of this thread said, and where.
    static MESSAGE: RefCell<String> = const { RefCell::new(String::new()) };
    /// The analyzer of this thread, for batches.
    static ANALYZER: RefCell<Analyzer> = RefCell::new(Analyzer::new());
}

/// The text whose analysis is to panic, for tests of what happens then.
static FAULT: RwLock<Option<String>> = RwLock::new(None);

/// Keeps the messages of panics in this library, each of which is caught, instead of printing them.
pub fn keep_messages() {
    panic::set_hook(Box::new(|panic| {
        let said = panic.payload_as_str().unwrap_or("no message");
        let place = panic.location().map(|place| format!(" ({place})")).unwrap_or_default();
        MESSAGE.set(format!("{said}{place}"));
    }));
}

/// Has the analysis of a text panic from now on; `None` for no text.
pub fn fail_on(text: Option<String>) {
    *FAULT.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = text;
}

/// Calls `work`; a panic is an error with the panic's message and place.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        format!("{}: this is a mistake in whosaid, not in your text; please report it with the text", MESSAGE.take())
    })
}

/// Analyzes a text; a panic is an error, and `analyzer` a new one after it.
pub fn analyze(analyzer: &mut Analyzer, text: &str, offsets: Offsets) -> Result<Report, String> {
    let done = caught(|| {
        let fault = FAULT.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        let is_fault = fault.as_deref() == Some(text);
        drop(fault);
        assert!(!is_fault, "a fault for a test");
        analyzer.analyze(text, offsets)
    });
    if done.is_err() {
        // The panic may have left half of an article in it.
        *analyzer = Analyzer::new();
    }
    done
}

/// Analyzes a text with this thread's analyzer.
pub fn analyze_here(text: &str, offsets: Offsets) -> Result<Report, String> {
    ANALYZER.with_borrow_mut(|analyzer| analyze(analyzer, text, offsets))
}
