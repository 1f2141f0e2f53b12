//! The library as its users see it: files go in, what is asked for comes out.

mod arrivals;
mod backup;
mod comparisons;
mod decisions;
mod invented;
mod journal;
mod kill;
mod outlets;
mod search;
mod shelves;
mod stories;
mod surroundings;
