//! The only look at the clock: what is below `app` is told the time.

use story::Timestamp;

pub(crate) fn now() -> Timestamp {
    let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    Timestamp::parse(&now).expect("written as ISO 8601")
}
