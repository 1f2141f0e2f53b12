//! Bringing files in.

use crate::Failure;
use app::fetch::{Address, Page};
use serde::Deserialize;
use ts_rs::TS;

/// Bring these files and folders into the library. Each file's fate comes as the event `import_step` while the
/// work goes on; articles then find their stories.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ImportFiles {
    /// Names the work for [`CancelJob`] and for events; the interface chooses it.
    pub job: u32,
    /// As dropped on the window or picked.
    pub paths: Vec<String>,
}

/// Bring in text that was pasted, as a file of that name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PasteText {
    pub job: u32,
    pub name: String,
    pub text: String,
}

/// Tell the addresses and link files among what was dropped from other files. Nothing is fetched.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SortDropped {
    /// As dropped on the window.
    pub paths: Vec<String>,
}

/// Fetch these pages from the web and bring them in. Asked for by nobody but the user.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FetchPages {
    pub job: u32,
    pub addresses: Vec<String>,
}

impl FetchPages {
    /// # Errors
    /// Refused where one of them is no address that is fetched.
    pub fn pages(self) -> Result<Vec<Page>, Failure> {
        let page = |address: &String| Address::parse(address).map(Page::at);
        let pages = self.addresses.iter().map(page).collect::<Result<_, _>>();
        pages.map_err(|unfit| Failure::refused(format!("Nothing was fetched: {unfit}.")))
    }
}

/// Go on with the import that was going on when the program last ended.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ResumeImport {
    pub job: u32,
}

/// Do not go on with it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ForgetImport {}

/// Bring in the story that comes with the program.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpenSample {
    pub job: u32,
}

/// Stop the work of this name. What it has done stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CancelJob {
    pub job: u32,
}
