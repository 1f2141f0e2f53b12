//! What the interface shows, by what it is about. Positions count UTF-16 units.

mod columns;
mod event;
mod figures;
mod import;
mod library;
mod quotes;
mod report;
mod search;
mod sources;
mod story;
mod versions;
mod window;

pub use crate::request::Preferences;
pub use columns::{ColumnsView, FieldView, FirstView};
pub use event::{ActionView, ImportStepView, OpenedView, ProgressView};
pub use figures::{FiguresView, PointView, SeriesView, TimePointView, TimesView};
pub use import::{DroppedView, FileOutcome, ImportView, ImportedFileView, NoteView};
pub use library::{ArticlesView, CardView, KindCount, LibraryView, OutletView, OutletsView, StoryCardView, UndoView};
pub use quotes::{QuotesView, UtteranceView, VersionView};
pub use report::PreviewView;
pub use search::{FoundView, HitView, MatchView};
pub use sources::{ChainView, SourceView, SourcesView, VouchedView};
pub use story::{
    ArticleView, ClaimView, DecisionsView, DivergenceView, EvidenceView, FindingDecisionView, LinkDecisionView,
    LinkView, LookAlikeView, MarkView, MissView, OriginView, ParagraphView, PlaceView, ReadingView, RowView, StoryView,
};
pub use versions::{CaptureView, ChangeView, ChangesView, FetchedView, VersionsView};
pub use window::{AboutView, Done, LicenceView, StartView};
