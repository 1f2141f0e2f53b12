//! What the columns of a table hold.

use app::columns::{Field, Holding};
use serde::Deserialize;
use ts_rs::TS;

/// How a table would be read if its columns held this. Nothing is kept.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ShowColumns {
    /// As the import names the file.
    pub path: String,
    pub columns: Vec<ColumnOf>,
}

/// Read tables with these columns so from now on.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetColumns {
    pub columns: Vec<ColumnOf>,
}

/// Which column holds a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ColumnOf {
    /// Such as `text`, `outlet`, `date`.
    pub field: String,
    /// Its name in the table.
    pub column: String,
}

/// What is no field of an article is passed over.
pub fn holding(columns: Vec<ColumnOf>) -> Holding {
    let field = |name: &str| Field::ALL.into_iter().find(|field| field.name() == name);
    Holding(columns.into_iter().filter_map(|one| Some((field(&one.field)?, one.column))).collect())
}
