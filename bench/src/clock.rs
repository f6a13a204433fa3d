//! The processor time of the calling thread, so that other programs on the machine do not count.

use std::time::Duration;
#[cfg(not(unix))]
use std::{sync::LazyLock, time::Instant};

/// The processor time of this thread so far.
#[cfg(unix)]
pub fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(
        time.tv_sec.unsigned_abs(),
        u32::try_from(time.tv_nsec).unwrap_or(0),
    )
}

/// The time since the first call.
#[cfg(not(unix))]
pub fn now() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
