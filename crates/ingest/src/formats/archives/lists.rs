//! Lists of references in an archive: what is attached to a reference lies beside its list, and is read with it.

use super::File;
use crate::{Beside, formats::references};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Members that wait until all are met, where lists are among them.
#[derive(Default)]
pub(super) struct Waiting {
    members: Vec<Member>,
    /// Of all of them.
    bytes: usize,
}

/// A member that is unpacked and not read yet.
pub(super) struct Member {
    pub(super) entry: usize,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// What is to be read now that all members are met.
pub(super) struct Met {
    pub(super) members: Vec<Member>,
    attached: Arc<BTreeMap<String, Vec<u8>>>,
}

impl Waiting {
    /// `None` where no member is a list by its name, so that none has to wait.
    pub(super) fn among(mut names: impl Iterator<Item: AsRef<str>>) -> Option<Self> {
        names.any(|name| holds(name.as_ref())).then(Self::default)
    }

    /// Keeps the member, unless there is no room: all that wait take as much as one file may unfold to.
    pub(super) fn keep(&mut self, file: &File, member: Member) -> Result<(), Member> {
        if self.bytes + member.bytes.len() > file.bounds.unpacked_bytes {
            return Err(member);
        }
        self.bytes += member.bytes.len();
        self.members.push(member);
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Lays aside what is attached to a reference.
    pub(super) fn end(self, file: &File) -> Met {
        let lists = self.members.iter().filter(|member| holds(&member.name));
        let attached: BTreeSet<String> = lists.flat_map(|list| attached(file, list)).collect();
        let (beside, members) = self.members.into_iter().partition(|member| attached.contains(&member.name));
        let beside: Vec<Member> = beside;
        Met { members, attached: Arc::new(beside.into_iter().map(|member| (member.name, member.bytes)).collect()) }
    }
}

impl Met {
    /// What lies beside a member; only of lists it is asked for.
    pub(super) fn beside(&self, member: &Member) -> Beside {
        let (folder, attached) = (folder(&member.name).to_owned(), Arc::clone(&self.attached));
        Arc::new(move |path| attached.get(&format!("{folder}{path}")).cloned())
    }
}

/// Whether a member may be a list with files beside it, by its name.
fn holds(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
    matches!(ending.as_str(), "rdf" | "ris" | "bib" | "bibtex")
}

/// Names of the members that are attached to the references of a list.
fn attached(file: &File, list: &Member) -> Vec<String> {
    let paths = references::attached(&File { name: &list.name, bytes: &list.bytes, ..*file });
    paths.iter().map(|path| format!("{}{path}", folder(&list.name))).collect()
}

fn folder(name: &str) -> &str {
    name.rfind('/').map_or("", |end| &name[..=end])
}
