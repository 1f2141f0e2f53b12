//! The accounts side by side: a table, or blocks where there are too many columns for a page.

use super::lines::line;
use crate::document::blocks::{Account, AccountRow, Accounts, Hole};
use maud::{Markup, html};

pub(super) fn accounts(accounts: &Accounts) -> Markup {
    html! {
        @if accounts.fits() { (table(accounts)) }
        @else { @for row in &accounts.rows { (block(accounts, row)) } }
    }
}

fn table(accounts: &Accounts) -> Markup {
    html! {
        div.wide {
            table.synopsis {
                thead {
                    tr {
                        th.number {}
                        @for outlet in &accounts.columns {
                            th scope="col" {
                                bdi { (outlet.label) }
                                @if let Some(published) = &outlet.published { span.date { (published) } }
                            }
                        }
                    }
                }
                tbody {
                    @for row in &accounts.rows {
                        tr #(row.id) {
                            th.number scope="row" { (row.number) (corroboration(row)) }
                            @for account in &row.cells { td { (self::account(account)) } }
                        }
                    }
                }
            }
        }
    }
}

fn corroboration(row: &AccountRow) -> Markup {
    html! { @if let Some(told) = &row.corroboration { span.shared { (told) } } }
}

fn block(accounts: &Accounts, row: &AccountRow) -> Markup {
    html! {
        div.block #(row.id) {
            h3 { (row.name) (corroboration(row)) }
            dl {
                @for (outlet, account) in accounts.told(row) {
                    dt { bdi { (outlet.label) } }
                    dd { (self::account(account)) }
                }
                @if accounts.lacking(row).next().is_some() {
                    dt.hole { (accounts.absent) }
                    dd.hole { (lacking(accounts, row)) }
                }
            }
        }
    }
}

/// What comes nearest in each is one click away.
fn lacking(accounts: &Accounts, row: &AccountRow) -> Markup {
    let names = html! { bdi { (accounts.lacking_names(row)) } };
    let near = || accounts.lacking(row).filter_map(|(outlet, hole)| Some((outlet, hole.nearest.as_ref()?)));
    html! {
        @if near().next().is_none() { (names) }
        @else {
            details.hole {
                summary { (names) }
                ul { @for (outlet, nearest) in near() { li { b { bdi { (outlet.label) } } " " bdi { (nearest) } } } }
            }
        }
    }
}

fn account(account: &Account) -> Markup {
    html! {
        @if let Some(hole) = &account.hole { (self::hole(hole)) }
        @for (place, passage) in account.passages.iter().enumerate() {
            p lang=(account.language) dir="auto" {
                @if let Some(name) = account.place.as_ref().filter(|_| place == 0) { span.where { (name) } " " }
                (line(passage))
            }
        }
    }
}

/// What comes nearest is one click away.
fn hole(hole: &Hole) -> Markup {
    html! {
        @match &hole.nearest {
            None => span.hole { (hole.said) },
            Some(nearest) => details.hole {
                summary { (hole.said) }
                p dir="auto" { (nearest) }
            },
        }
    }
}
