//! `rashomon manual`: one manual page that tells every command, made from the arguments.

use crate::{
    args::Rashomon,
    exit::{self, Failure, Outcome},
    output,
};
use clap::{Command, CommandFactory};
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};
use std::io;

pub(crate) fn run() -> Result<Outcome, Failure> {
    let page = page().map_err(|error| Failure::io("write the manual", &error))?;
    output::write(&page)?;
    Ok(Outcome::Done)
}

fn page() -> io::Result<Vec<u8>> {
    let mut rashomon = Rashomon::command().after_help("");
    rashomon.build();
    let mut page = Vec::new();
    let man = Man::new(rashomon.clone());
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    section("COMMANDS").to_writer(&mut page)?;
    for command in rashomon.get_subcommands().filter(|command| command.get_name() != "help") {
        page.extend(subsection(command)?);
    }
    exit_codes().to_writer(&mut page)?;
    Ok(page)
}

/// A command's part: its synopsis, what it does, its own options.
fn subsection(command: &Command) -> io::Result<Vec<u8>> {
    let mut own = command.clone().mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
    own = own.disable_help_flag(true);
    let man = Man::new(own);
    let mut part = Vec::new();
    let mut heading = Roff::new();
    heading.control("SS", [command.get_name()]);
    heading.to_writer(&mut part)?;
    let mut body = Vec::new();
    man.render_description_section(&mut body)?;
    man.render_synopsis_section(&mut body)?;
    man.render_options_section(&mut body)?;
    part.extend(without_headings(&body));
    Ok(part)
}

/// The sections of a command follow each other as paragraphs.
fn without_headings(body: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(body);
    let lines = text.lines().map(|line| if line.starts_with(".SH") { ".PP" } else { line });
    lines.flat_map(|line| [line, "\n"]).collect::<String>().into_bytes()
}

fn exit_codes() -> Roff {
    let mut roff = section("EXIT STATUS");
    for (code, meaning) in exit::CODES {
        roff.control("TP", []).text([bold(code)]).text([roman(meaning)]);
    }
    roff
}

fn section(name: &str) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [name]);
    roff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_every_command_and_exit_code() {
        let page = String::from_utf8(page().expect("a page in memory")).expect("roff is text");
        for command in Rashomon::command().get_subcommands() {
            assert!(page.contains(&format!(".SS {}", command.get_name())), "{}", command.get_name());
        }
        assert!(exit::CODES.iter().all(|(_, meaning)| page.contains(meaning)));
    }
}
