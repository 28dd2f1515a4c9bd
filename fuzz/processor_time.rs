//! The time that other work on the machine does not change.

/// Returns the seconds of processor time that this thread has had; zero where the system does not tell.
pub fn now() -> f64 {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    times.split(' ').next().and_then(|nanoseconds| nanoseconds.parse::<f64>().ok()).unwrap_or_default() / 1e9
}
