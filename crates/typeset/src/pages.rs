//! Set pages, and what can be made of them.

use crate::{Error, Missing, told};
use sha2::{Digest, Sha256};
use tiny_skia::Pixmap;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

/// What a PDF says of itself. Its language is what the template sets at its beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    pub title: String,
    pub author: Option<String>,
    /// The program that made it.
    pub creator: String,
    /// Year, month and day; a document states no date but this.
    pub date: Option<(i32, u8, u8)>,
}

/// What a document conforms to, the best first. All are tagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a, for archives, and PDF/UA-1, for screen readers. Wants a date.
    Archival,
    /// PDF/UA-1: no date is stated, or the text has letters of private meaning.
    Accessible,
    /// PDF 1.7: the text has what no standard allows, such as U+FFFE.
    Plain,
}

/// A document set in type.
#[derive(Debug)]
pub struct Pages {
    document: PagedDocument,
    /// Of the data.
    ident: String,
    /// Letters of the data that no face has; boxes stand for them, and their text can be copied.
    pub missing: Vec<Missing>,
    /// What typst would have otherwise, such as a layout that does not settle.
    pub remarks: Vec<String>,
}

impl Pages {
    pub(crate) fn new(document: PagedDocument, data: &[u8], missing: Vec<Missing>, remarks: Vec<String>) -> Self {
        let ident = Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { document, ident, missing, remarks }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// Width and height of each, in points.
    pub fn sizes(&self) -> impl Iterator<Item = (f64, f64)> {
        let frames = self.document.pages().iter().map(|page| page.frame.size());
        frames.map(|size| (size.x.to_pt(), size.y.to_pt()))
    }

    /// By the best standard that the document can keep.
    ///
    /// # Errors
    /// Where it is too much for a PDF.
    pub fn pdf(mut self, about: &About) -> Result<(Vec<u8>, Standard), Error> {
        let info = self.document.info_mut();
        info.title = Some(about.title.as_str().into());
        info.author = about.author.iter().map(|author| author.as_str().into()).collect();
        info.date = Smart::Custom(date(about));
        let archival = date(about).and_then(|_| self.by(Standard::Archival, about).ok());
        let written = match archival {
            Some(written) => Ok(written),
            None => self.by(Standard::Accessible, about).or_else(|_| self.by(Standard::Plain, about)),
        };
        comemo::evict(0);
        written
    }

    fn by(&self, standard: Standard, about: &About) -> Result<(Vec<u8>, Standard), Error> {
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some(about.creator.clone())),
            standards: standards(standard),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&self.document, &options).map_err(|errors| told(&errors))?;
        Ok((pdf, standard))
    }

    /// The page of that number, from 0, with `density` dots to a point, which is 1/72 inch; `None` where there is none.
    pub fn picture(&self, page: usize, density: f64) -> Option<Picture> {
        let page = self.document.pages().get(page)?;
        let options = RenderOptions { pixel_per_pt: density.into(), ..RenderOptions::default() };
        Some(Picture(typst_render::render(page, &options)))
    }
}

/// A page as dots.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture(Pixmap);

impl Picture {
    /// Width and height, in dots.
    pub fn size(&self) -> (u32, u32) {
        (self.0.width(), self.0.height())
    }

    pub fn png(&self) -> Vec<u8> {
        self.0.encode_png().expect("memory takes every picture")
    }

    /// Red, green, blue and opacity of each dot, line by line from the top.
    pub fn into_rgba(self) -> Vec<u8> {
        self.0.take_demultiplied()
    }
}

fn date(about: &About) -> Option<Datetime> {
    about.date.and_then(|(year, month, day)| Datetime::from_ymd(year, month, day))
}

fn standards(standard: Standard) -> PdfStandards {
    let list: &[PdfStandard] = match standard {
        Standard::Archival => &[PdfStandard::A_2a, PdfStandard::Ua_1],
        Standard::Accessible => &[PdfStandard::Ua_1],
        Standard::Plain => &[],
    };
    PdfStandards::new(list).expect("these go together")
}
