//! Tables in Parquet, as data sets of articles are handed on.

use super::{File, Found, Table, articles, too_many};
use crate::bounds::said;
use bytes::Bytes;
use parquet::{
    basic::LogicalType,
    file::reader::{FileReader, SerializedFileReader},
    record::{Field, Row},
};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use story::{Oddity, Remedy};

pub(crate) fn is_parquet(file: &File) -> bool {
    file.bytes.starts_with(b"PAR1") || file.bytes.starts_with(b"PARE")
}

pub(crate) fn read_parquet(file: &File) -> Result<Found, Oddity> {
    if file.bytes.starts_with(b"PARE") {
        let what = "The table is locked with a key.";
        return Err(Oddity::about(file.name, Remedy::Unlock, what, "Export it again without one."));
    }
    let damaged = || {
        let what = "The table is damaged or cut short.";
        Oddity::about(file.name, Remedy::FetchAgain, what, "Download or export it again.")
    };
    let reader = SerializedFileReader::new(Bytes::copy_from_slice(file.bytes)).map_err(|_| damaged())?;
    let unpacked: i64 =
        reader.metadata().row_groups().iter().map(|group| group.total_byte_size().max(0)).fold(0, i64::saturating_add);
    if usize::try_from(unpacked).map_or(true, |unpacked| unpacked > file.bounds.unpacked_bytes) {
        return Err(too_large(file));
    }
    let zoned = zoned(&reader);
    let mut table = Table::default();
    let mut left = file.bounds.unpacked_bytes;
    for (entry, row) in (1..).zip(reader.get_row_iter(None).map_err(|_| damaged())?) {
        if entry > file.bounds.entries {
            table.oddities.push(too_many(file));
            break;
        }
        let object = object(&row.map_err(|_| damaged())?, &zoned);
        // One text can stand in all rows, and takes its room in each.
        left = left.checked_sub(object.values().map(size).sum()).ok_or_else(|| too_large(file))?;
        table.push(entry, &object);
    }
    articles(file, table, "row")
}

fn too_large(file: &File) -> Oddity {
    let what = format!("The table unfolds to more than {}.", said(file.bounds.unpacked_bytes as u64));
    Oddity::about(file.name, Remedy::Shrink, what, "Split it into several files.")
}

/// Columns whose moments are those of the world; others keep the clock of whoever wrote them.
fn zoned(reader: &SerializedFileReader<Bytes>) -> BTreeSet<String> {
    let columns = reader.metadata().file_metadata().schema_descr().columns();
    let is_zoned = |kind: Option<&LogicalType>| match kind {
        Some(LogicalType::Timestamp(kind)) => kind.is_adjusted_to_u_t_c,
        _ => false,
    };
    columns.iter().filter(|column| is_zoned(column.logical_type_ref())).map(|column| column.name().to_owned()).collect()
}

fn object(row: &Row, zoned: &BTreeSet<String>) -> Map<String, Value> {
    row.get_column_iter().map(|(name, field)| (name.clone(), value(field, zoned.contains(name)))).collect()
}

fn value(field: &Field, is_zoned: bool) -> Value {
    match field {
        Field::Str(text) => Value::String(text.clone()),
        Field::Bytes(bytes) => {
            std::str::from_utf8(bytes.data()).map_or(Value::Null, |text| Value::String(text.to_owned()))
        }
        Field::Date(days) => moment(i64::from(*days).saturating_mul(86_400), false),
        Field::TimestampMillis(millis) => moment(millis.div_euclid(1_000), is_zoned),
        Field::TimestampMicros(micros) => moment(micros.div_euclid(1_000_000), is_zoned),
        Field::Group(row) => Value::Object(object(row, &BTreeSet::new())),
        Field::ListInternal(list) => Value::Array(list.elements().iter().map(|field| value(field, false)).collect()),
        Field::Null | Field::Bool(_) | Field::MapInternal(_) | Field::TimeMillis(_) | Field::TimeMicros(_) => {
            Value::Null
        }
        number => Value::String(number.to_string()),
    }
}

/// A moment as a date is written, with its clock if it has one.
fn moment(seconds: i64, is_zoned: bool) -> Value {
    let Ok(instant) = jiff::Timestamp::from_second(seconds) else { return Value::Null };
    let civil = instant.to_zoned(jiff::tz::TimeZone::UTC).datetime();
    Value::String(if is_zoned { instant.to_string() } else { super::text_of_moment(civil) })
}

fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(values) => values.iter().map(size).sum(),
        Value::Object(object) => object.values().map(size).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 1,
    }
}
