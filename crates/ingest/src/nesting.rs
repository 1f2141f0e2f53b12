//! Files inside files: read by the same list of formats, within one allowance for all of them.

use crate::{
    Bounds,
    bounds::said,
    formats::{
        self, File, Format, Found, Inner,
        web::{self, Saved},
    },
    guard::{self, Pulse},
};
use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Read},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use story::{Oddity, Remedy};

/// The place of a file in the files around it: the number of the member of the outermost one, then of that member's
/// member, and so on. Empty for the file that was given.
pub type Place = Vec<usize>;

/// Gives the bytes of a file by its path from the folder of the one that is read, if it is there and may be had.
pub type Beside = Arc<dyn Fn(&str) -> Option<Vec<u8>> + Send + Sync>;

/// Told of a place.
pub type OnPlace = Arc<dyn Fn(&[usize]) + Send + Sync>;

/// Who looks on while a file is read, knows which of its members are not to be touched, and hands over what lies beside
/// it.
#[derive(Clone)]
pub struct Watch {
    /// Told of each file as its reading begins, and of the one around it as it ends.
    pub on_place: OnPlace,
    /// Members that made their reader's process end before, and what is to be told of them.
    pub without: Arc<BTreeMap<Place, Oddity>>,
    /// Asked only for paths that lead down, for files that a list of references names.
    pub beside: Beside,
}

impl Default for Watch {
    fn default() -> Self {
        Self { on_place: Arc::new(|_| {}), without: Arc::default(), beside: nothing_beside() }
    }
}

fn nothing_beside() -> Beside {
    Arc::new(|_| None)
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("without", &self.without).finish_non_exhaustive()
    }
}

/// How deep a file lies in others, and what all files of the outermost one may still cost.
#[derive(Debug, Clone)]
pub(crate) struct Nesting {
    place: Place,
    pub(crate) pulse: Pulse,
    watch: Watch,
    bytes_left: Arc<AtomicU64>,
    members_left: Arc<AtomicU64>,
}

impl Nesting {
    pub(crate) fn outermost(bounds: &Bounds, watch: Watch) -> Self {
        Self {
            place: Place::new(),
            pulse: Pulse::default(),
            watch,
            bytes_left: Arc::new(AtomicU64::new(bounds.archive_bytes)),
            members_left: Arc::new(AtomicU64::new(bounds.members as u64)),
        }
    }

    fn inner(&self, entry: usize, beside: Beside) -> Self {
        let watch = Watch { beside, ..self.watch.clone() };
        Self { place: [&self.place[..], &[entry]].concat(), watch, ..self.clone() }
    }

    /// The file beside the one that is read, below its folder.
    pub(crate) fn beside(&self, path: &str) -> Option<Vec<u8>> {
        below(path).and_then(|path| (self.watch.beside)(&path))
    }

    /// Something is going on here: no time is up yet.
    pub(crate) fn is_here(&self) {
        self.pulse.beat();
        (self.watch.on_place)(&self.place);
    }
}

/// A path that leads down, its parts between `/`; `None` for any other.
pub(crate) fn below(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let leads_down = !path.contains([':', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    leads_down.then_some(path)
}

impl File<'_> {
    /// Reads a file inside this one, its `entry`-th member; whatever goes wrong becomes an oddity of that member.
    pub(crate) fn open(&self, entry: usize, name: &str, bytes: &[u8]) -> Inner {
        self.open_beside(entry, name, bytes, nothing_beside())
    }

    /// The same for a file that may ask for those beside it.
    pub(crate) fn open_beside(&self, entry: usize, name: &str, bytes: &[u8], beside: Beside) -> Inner {
        let format = |file: &File| formats::told_by(file);
        self.open_as(&self.nesting.inner(entry, beside), entry, name, bytes, format, |format| format.read)
    }

    /// Reads a member that is a page found at `address`, whatever its bytes look like.
    pub(crate) fn open_page(&self, entry: usize, bytes: &[u8], address: &str, charset: Option<&str>) -> Inner {
        let (url, charset) = (address.to_owned(), charset.map(str::to_owned));
        self.open_as(
            &self.nesting.inner(entry, nothing_beside()),
            entry,
            address,
            bytes,
            |_| formats::web(),
            move |_| {
                move |file: &File| {
                    let saved = Saved { bytes: file.bytes, address: Some(&url), charset: charset.as_deref() };
                    let (draft, oddities) = web::read_saved(file, &saved)?;
                    Ok(Found { drafts: vec![(1, draft)], oddities, ..Found::default() })
                }
            },
        )
    }

    fn open_as<R: FnOnce(&File) -> Result<Found, Oddity> + Send + 'static>(
        &self,
        nesting: &Nesting,
        entry: usize,
        name: &str,
        bytes: &[u8],
        format: impl FnOnce(&File) -> &'static Format,
        reader: impl FnOnce(&'static Format) -> R,
    ) -> Inner {
        nesting.is_here();
        let file = File { name, bytes, nesting, ..*self };
        if let Some(oddity) = self.refused(&file) {
            return self.lost(entry, name, oddity);
        }
        let format = format(&file);
        let found = guarded(&file, reader(format));
        self.nesting.is_here();
        let found = found.unwrap_or_else(|oddity| Found { oddities: vec![oddity], ..Found::default() });
        Inner { entry, name: name.to_owned(), format, found }
    }

    /// A member that could not be had at all.
    pub(crate) fn lost(&self, entry: usize, name: &str, oddity: Oddity) -> Inner {
        let nesting = self.nesting.inner(entry, nothing_beside());
        let format = formats::told_by(&File { name, bytes: &[], nesting: &nesting, ..*self });
        Inner { entry, name: name.to_owned(), format, found: Found { oddities: vec![oddity], ..Found::default() } }
    }

    /// All that the `entry`-th member unfolds to, as [`File::unpacked`] gives it: what unfolding costs is the member's
    /// doing, and one that ended a reader's process before is not unfolded again.
    pub(crate) fn unpacked_member(&self, entry: usize, name: &str, packed: impl Read) -> Result<Vec<u8>, Oddity> {
        let member = self.nesting.inner(entry, nothing_beside());
        if let Some(oddity) = self.nesting.watch.without.get(&member.place) {
            return Err(oddity.clone());
        }
        member.is_here();
        let bytes = self.unpacked(name, packed);
        self.nesting.is_here();
        bytes
    }

    /// All that `packed` unfolds to. Counted are the bytes that come out, whatever was declared.
    ///
    /// # Errors
    /// An oddity where it is damaged, where it unfolds to more than one file may, or all files of the archive may.
    pub(crate) fn unpacked(&self, name: &str, packed: impl Read) -> Result<Vec<u8>, Oddity> {
        let left = self.nesting.bytes_left.load(Ordering::Relaxed);
        let bound = left.min(self.bounds.unpacked_bytes as u64);
        let mut bytes = Vec::new();
        let read = packed.take(bound + 1).read_to_end(&mut bytes);
        let counted = (bytes.len() as u64).min(left);
        self.nesting.bytes_left.fetch_sub(counted, Ordering::Relaxed);
        match read {
            Ok(read) if read as u64 > bound => Err(too_large(name, bound, left)),
            Ok(_) => Ok(bytes),
            Err(error) => Err(damaged(name, &error)),
        }
    }

    /// Why a member is not read at all.
    fn refused(&self, member: &File) -> Option<Oddity> {
        if let Some(oddity) = crate::refuse_as_blank(member.name, member.bytes) {
            return Some(oddity);
        }
        if let Some(oddity) = self.nesting.watch.without.get(&member.nesting.place) {
            return Some(oddity.clone());
        }
        if self.nesting.place.len() == self.bounds.levels {
            let what = format!("It lies in more than {} files inside each other.", self.bounds.levels);
            return Some(Oddity::about(member.name, Remedy::Shrink, what, "Unpack the innermost and import that."));
        }
        let take = |left: u64| left.checked_sub(1);
        let is_one_too_many =
            self.nesting.members_left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take).is_err();
        is_one_too_many.then(|| {
            let what = format!("The archive holds more files than are read at once ({}).", self.bounds.members);
            Oddity::about(member.name, Remedy::Shrink, what, "Unpack it and import its folders one by one.")
        })
    }
}

/// On a thread of its own, so that a member that panics or does not end is the only one lost.
fn guarded(file: &File, read: impl FnOnce(&File) -> Result<Found, Oddity> + Send + 'static) -> Result<Found, Oddity> {
    let (name, bytes) = (file.name.to_owned(), file.bytes.to_owned());
    let (bounds, columns, nesting) = (file.bounds.clone(), file.columns.clone(), file.nesting.clone());
    guard::run(file.name, file.bounds.seconds, &file.nesting.pulse, move || {
        read(&File { name: &name, bytes: &bytes, bounds: &bounds, columns: &columns, nesting: &nesting })
    })?
}

fn too_large(name: &str, bound: u64, left: u64) -> Oddity {
    let (what, advice) = if bound == left {
        let what = "The archive unfolds to more than is read at once; this file and those after it are missing.";
        (what.to_owned(), "Unpack it and import its folders one by one.")
    } else {
        (format!("It unfolds to more than {}.", said(bound)), "Split it, or keep only the articles you need.")
    };
    Oddity::about(name, Remedy::Shrink, what, advice)
}

fn damaged(name: &str, error: &io::Error) -> Oddity {
    let (remedy, advice) = match error.kind() {
        io::ErrorKind::OutOfMemory => (Remedy::Shrink, "Close other programs, then import it again."),
        _ => (Remedy::FetchAgain, "Get the file again."),
    };
    Oddity::about(name, remedy, "It is damaged or cut short and cannot be unpacked.", advice)
}
