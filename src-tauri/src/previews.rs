//! The report that is looked at before it is saved, told over a protocol of its own: `report://localhost/7` is its
//! page, `report://localhost/7-1` the picture of its first sheet of paper.

use crate::lock::locked;
use app::documents::Preview;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU32, Ordering},
};
use tauri::http::{Request, Response, StatusCode, header};

pub(crate) const PROTOCOL: &str = "report";

/// One report at most, under an address that no other ever had, so that nothing old is shown for it.
#[derive(Debug, Default)]
pub(crate) struct Previews {
    given: AtomicU32,
    shown: Mutex<Shown>,
}

/// What was asked for last of what is done; `None` where it was let go.
#[derive(Debug, Clone, Default)]
struct Shown {
    address: u32,
    preview: Option<Arc<Preview>>,
}

impl Previews {
    pub(crate) fn next_address(&self) -> u32 {
        self.given.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Shows this report in place of the one before, unless it comes too late: a later one is shown or all were let go.
    pub(crate) fn keep(&self, address: u32, preview: Preview) {
        let mut shown = locked(&self.shown);
        if address > shown.address {
            *shown = Shown { address, preview: Some(Arc::new(preview)) };
        }
    }

    pub(crate) fn let_go(&self) {
        *locked(&self.shown) = Shown { address: self.given.load(Ordering::Relaxed), preview: None };
    }

    pub(crate) fn answer(&self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        let shown = locked(&self.shown).clone();
        let found = shown.found(request.uri().path().trim_start_matches('/'));
        let (status, kind, body) = match found {
            Some((kind, body)) => (StatusCode::OK, kind, body),
            None => (StatusCode::NOT_FOUND, "text/plain", Vec::new()),
        };
        let answer = Response::builder().status(status).header(header::CONTENT_TYPE, kind);
        let answer = answer.header(header::CACHE_CONTROL, "no-store").header(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        answer.body(body).expect("these are plain headers")
    }
}

impl Shown {
    fn found(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let preview = self.preview.as_ref()?;
        let rest = path.strip_prefix(&self.address.to_string())?;
        if rest.is_empty() {
            return Some(("text/html; charset=utf-8", preview.page().to_vec()));
        }
        let number = rest.strip_prefix('-')?.parse().ok()?;
        Some(("image/png", preview.picture(number)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::documents::{Choice, Filter, Format};
    use report::invented::ferry;
    use std::ops::ControlFlow;

    fn preview(format: Format, address: u32) -> Preview {
        let (ferry, choice) = (ferry(), Choice::of(Filter::all()));
        Preview::of(ferry.account(), format, &choice, &address.to_string(), &|| ControlFlow::Continue(()))
            .expect("small")
    }

    fn status(previews: &Previews, path: &str) -> u16 {
        let request =
            Request::builder().uri(format!("report://localhost/{path}")).body(Vec::new()).expect("an address");
        previews.answer(&request).status().as_u16()
    }

    #[test]
    fn only_the_report_that_is_shown_and_its_pages_are_told() {
        let previews = Previews::default();
        let address = previews.next_address();
        assert_eq!(status(&previews, "1"), 404, "it is not done");
        previews.keep(address, preview(Format::Pdf, address));
        let told = ["1", "1-1", "1-0", "1-99", "1-x", "2", "", "1/..", "11"].map(|path| status(&previews, path));
        assert_eq!(told, [200, 200, 404, 404, 404, 404, 404, 404, 404]);
    }

    #[test]
    fn what_comes_too_late_is_not_shown() {
        let previews = Previews::default();
        let (first, second) = (previews.next_address(), previews.next_address());
        previews.keep(second, preview(Format::Csv, second));
        previews.keep(first, preview(Format::Csv, first));
        assert_eq!(["1", "2"].map(|path| status(&previews, path)), [404, 200]);
        let third = previews.next_address();
        previews.let_go();
        previews.keep(third, preview(Format::Csv, third));
        assert_eq!(["2", "3"].map(|path| status(&previews, path)), [404, 404]);
    }
}
