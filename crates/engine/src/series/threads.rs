//! Joins mentions of one thing into threads, the likeliest pairs first.

/// Threads of more than one of `count` mentions, each sorted, in the order of their first mentions. `pairs`
/// are likelihoods and mentions; two threads stay apart if any two of their mentions are of `two_things`.
pub(super) fn threads(
    count: usize,
    mut pairs: Vec<(f64, usize, usize)>,
    two_things: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    pairs.sort_by(|p, q| q.0.total_cmp(&p.0).then((p.1, p.2).cmp(&(q.1, q.2))));
    let mut thread_of: Vec<usize> = (0..count).collect();
    let mut members: Vec<Vec<usize>> = (0..count).map(|mention| vec![mention]).collect();
    for (_, a, b) in pairs {
        let (one, other) = (thread_of[a], thread_of[b]);
        let clash = || members[one].iter().any(|&i| members[other].iter().any(|&j| two_things(i, j)));
        if one != other && !clash() {
            let moved = std::mem::take(&mut members[other]);
            moved.iter().for_each(|&mention| thread_of[mention] = one);
            members[one].extend(moved);
        }
    }
    let mut threads: Vec<Vec<usize>> = members.into_iter().filter(|thread| thread.len() > 1).collect();
    threads.iter_mut().for_each(|thread| thread.sort_unstable());
    threads.sort();
    threads
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(f64, usize, usize)], two_things: &[(usize, usize)], expected: &[&[usize]]) {
        let clash = |a: usize, b: usize| two_things.contains(&(a.min(b), a.max(b)));
        assert_eq!(threads(5, pairs.to_vec(), clash), expected);
    }

    #[test]
    fn what_hangs_together_is_one_thread() {
        check(&[(0.9, 0, 1), (0.5, 1, 4)], &[], &[&[0, 1, 4]]);
    }

    #[test]
    fn the_likelier_pair_keeps_two_things_apart() {
        check(&[(0.5, 1, 2), (0.9, 0, 1)], &[(0, 2)], &[&[0, 1]]);
    }
}
