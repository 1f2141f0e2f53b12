//! Locks that outlive a defect.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A panic while the lock was held left nothing half done: the library rolls back, the rest is replaced whole.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
