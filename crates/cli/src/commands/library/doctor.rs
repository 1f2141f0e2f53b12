//! `rashomon doctor`: whether a library is sound, and what to do if it is not.

use super::path;
use crate::{
    args::Doctor,
    exit::{Failure, Outcome},
    output,
};
use anstyle::{AnsiColor, Style};
use app::doctor::{Cure, Finding, examine, mend};

const WELL: Style = AnsiColor::Green.on_default();
const ILL: Style = AnsiColor::Red.on_default().bold();

pub(crate) fn doctor(args: &Doctor) -> Result<Outcome, Failure> {
    let path = path(&args.place)?;
    if args.mend {
        mend(&path)?;
    }
    let findings = examine(&path);
    let told: String = findings.iter().map(line).collect();
    output::write_styled(&format!("{}\n{told}", report::plain::line(&path.display().to_string())))?;
    match findings.iter().filter(|finding| finding.cure != Cure::None).count() {
        0 => Ok(Outcome::Done),
        ills => Err(Failure::Impossible(match ills {
            1 => "one thing is wrong with this library".into(),
            _ => format!("{ills} things are wrong with this library"),
        })),
    }
}

fn line(finding: &Finding) -> String {
    let (style, mark) = if finding.cure == Cure::None { (WELL, "ok   ") } else { (ILL, "wrong") };
    let how = if finding.cure == Cure::Mend { " (rashomon doctor --mend)" } else { "" };
    let told = report::plain::line(format!("{} {}", finding.what, finding.advice).trim_end());
    format!("{style}{mark}{style:#} {told}{how}\n")
}
