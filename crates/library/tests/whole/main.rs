//! The library as its users see it: files go in, what is asked for comes out.

mod arrivals;
mod backup;
mod comparisons;
mod invented;
mod kill;
mod search;
mod stories;
mod surroundings;
