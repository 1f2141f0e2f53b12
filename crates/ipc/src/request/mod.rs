//! What the interface asks, by what it is about.

mod columns;
mod import;
mod library;
mod report;
mod story;
mod window;

pub use columns::{ColumnOf, SetColumns, ShowColumns, holding};
pub use import::{CancelJob, FetchPages, ForgetImport, ImportFiles, OpenSample, PasteText, ResumeImport, SortDropped};
pub use library::{
    Edit, EditLibrary, ListArticles, ListOutlets, ListStories, Redo, SaveResponse, SearchLibrary, Shelf, ShowChanges,
    ShowVersions, Undo,
};
pub use report::{
    ClosePreview, CopyFinding, CopyForm, Paper, PreviewReport, Report, ReportCover, ReportFormat, ReportLanguage,
    ReportedFindings, RevealReport, SaveReport,
};
pub use story::{CompareStory, Decide, FindingRuling, LinkRuling, Relink, ShowFigures, ShowQuotes, ShowSources};
pub use window::{
    About, Menu, MenuItem, OpenLibrary, Preferences, Quit, SaveLogs, SetMenus, SetPreferences, Start, TextAct, Theme,
};
