//! `rashomon evaluate`: how good comparisons are, on stories that people have annotated.

mod json;
mod misses;
mod table;

use crate::{
    args::{Evaluate, EvaluateFormat},
    exit::{Failure, Outcome},
    input, output,
    progress::Bar,
    say,
};
use app::evaluate::{Evaluation, Judged, Stories};

pub(crate) fn run(args: &Evaluate, bar: &Bar) -> Result<Outcome, Failure> {
    let evaluation = app::evaluate::evaluate(&args.folder, &app::Settings::default(), &bar.reports())?;
    bar.clear();
    let oddities = evaluation.oddities();
    oddities.iter().for_each(say::oddity);
    if let Evaluation::Stories(stories) = &evaluation {
        require(stories, args)?;
    }
    let asked = asked(&evaluation, args);
    match args.format {
        EvaluateFormat::Table => output::write_styled(&table::write(&evaluation, args.per_story, asked))?,
        EvaluateFormat::Json => output::write(&json::write(&evaluation, args.per_story, asked))?,
    }
    Ok(input::outcome(oddities))
}

/// Something was evaluated, and the story whose misses are asked for is among it.
fn require(stories: &Stories, args: &Evaluate) -> Result<(), Failure> {
    if stories.stories.is_empty() {
        let told = format!("nothing could be evaluated in {}", args.folder.display());
        return Err(Failure::Impossible(told));
    }
    let Some(name) = &args.misses else { return Ok(()) };
    let names: Vec<&str> = stories.stories.iter().map(|story| story.name.as_str()).collect();
    match names.contains(&name.as_str()) {
        true => Ok(()),
        false => Err(Failure::Impossible(format!("no story “{name}” was evaluated; there are {}", names.join(", ")))),
    }
}

/// The story whose misses are asked for.
fn asked<'e>(evaluation: &'e Evaluation, args: &Evaluate) -> Option<&'e Judged> {
    match evaluation {
        Evaluation::Stories(stories) => stories.stories.iter().find(|story| Some(&story.name) == args.misses.as_ref()),
        Evaluation::Clusters { .. } => None,
    }
}
