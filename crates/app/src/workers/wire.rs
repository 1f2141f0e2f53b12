//! How a program and its workers speak: messages as MessagePack, each behind its length in bytes.

use ingest::{Bounds, ColumnMap, Imported, Place};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    collections::BTreeMap,
    io::{self, Error, ErrorKind, Read, Write},
};
use story::Oddity;

/// What a worker is asked: to read a file, whose bytes follow.
#[derive(Debug, Serialize)]
pub(super) struct Ask<'a> {
    pub(super) name: &'a str,
    /// Where files lie that this one may name.
    pub(super) folder: Option<&'a str>,
    pub(super) bounds: &'a Bounds,
    pub(super) columns: &'a ColumnMap,
    /// Members that are not to be touched, and what is to be told of them.
    pub(super) without: &'a BTreeMap<Place, Oddity>,
}

/// The same on the other side.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) folder: Option<String>,
    pub(super) bounds: Bounds,
    pub(super) columns: ColumnMap,
    pub(super) without: BTreeMap<Place, Oddity>,
}

/// What a worker tells.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Told {
    /// It is at this place of the file now.
    At(Place),
    Read(Imported),
}

pub(super) fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = rmp_serde::to_vec_named(message).map_err(|error| Error::new(ErrorKind::InvalidData, error))?;
    send_bytes(to, &bytes)
}

pub(super) fn send_bytes(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

/// The next message.
///
/// # Errors
/// Where the other side is gone, or says what cannot be understood.
pub(super) fn receive<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<T> {
    let bytes = receive_bytes(from)?;
    rmp_serde::from_slice(&bytes).map_err(|error| Error::new(ErrorKind::InvalidData, error))
}

/// The next bytes. No memory is taken for a length before that many bytes are there.
pub(super) fn receive_bytes(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(ErrorKind::UnexpectedEof.into()) }
}
