//! Which places on the net may be connected to: public ones, and no others.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use ureq::{
    Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

/// What may be reached. It stands in the place of the client's own resolver: the places that it gives are the very
/// ones that are connected to, so that a name cannot mean one place when it is looked at and another afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Reach {
    /// Places that are allowed though they are not public. Only a test of ours can name any.
    allowed: Vec<SocketAddr>,
}

impl Reach {
    #[cfg(test)]
    pub(crate) fn including(server: SocketAddr) -> Self {
        Self { allowed: vec![server] }
    }

    fn allows(&self, place: SocketAddr) -> bool {
        is_public(place.ip()) || self.allowed.contains(&place)
    }
}

/// What the client is told where a name leads to no public place.
pub(super) const PRIVATE: std::io::ErrorKind = std::io::ErrorKind::AddrNotAvailable;

impl Resolver for Reach {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut public = self.empty();
        found.iter().filter(|place| self.allows(**place)).for_each(|place| public.push(*place));
        if public.is_empty() { Err(Error::Io(PRIVATE.into())) } else { Ok(public) }
    }
}

/// Whether anybody on the internet can reach this address: it is none of a computer, a house, a company, a provider's
/// inside or a cloud's (which keep their secrets at link-local ones), none that means many, none that is reserved.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// The special blocks of <https://www.iana.org/assignments/iana-ipv4-special-registry>.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = match a {
        0 | 10 | 127 | 224.. => true,
        100 => (64..128).contains(&b),
        169 => b == 254,
        172 => (16..32).contains(&b),
        192 => b == 168 || (b, c) == (0, 0) || (b, c) == (0, 2) || (b, c) == (88, 99),
        198 => b == 18 || b == 19 || (b, c) == (51, 100),
        203 => (b, c) == (0, 113),
        // Azure answers its machines there.
        168 => (b, c) == (63, 129),
        _ => false,
    };
    !is_special
}

/// Public ones lie in 2000::/3; of those the special blocks of
/// <https://www.iana.org/assignments/iana-ipv6-special-registry> are taken out. What stands for an IPv4 address is
/// judged by that.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [first, second, ..] = ip.segments();
    if let Some(inner) = ip.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    if (first, second) == (0x64, 0xff9b) && ip.segments()[2..6] == [0; 4] {
        let [.., a, b, c, d] = ip.octets();
        return is_public_v4(Ipv4Addr::new(a, b, c, d)); // NAT64, as providers without IPv4 use it
    }
    let is_special = match first {
        0x2001 => second < 0x200 || second == 0xdb8, // Teredo among them
        0x2002 => true,                              // 6to4
        0x3fff => second < 0x1000,
        _ => false,
    };
    first & 0xe000 == 0x2000 && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(addresses: &[&str], expected: bool) {
        for address in addresses {
            let ip: IpAddr = address.parse().expect("an address");
            assert_eq!(is_public(ip), expected, "{address}");
        }
    }

    #[test]
    fn places_of_the_web_are_public() {
        check(
            &["93.184.216.34", "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.0.3.1"],
            true,
        );
        check(&["2606:2800:220:1:248:1893:25c8:1946", "2a00::1", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"], true);
    }

    #[test]
    fn private_loopback_and_link_local_places_are_not() {
        check(&["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1"], false);
        check(&["::1", "::", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1"], false);
    }

    #[test]
    fn cloud_metadata_is_not() {
        check(
            &["169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254"],
            false,
        );
    }

    #[test]
    fn places_that_mean_many_or_nobody_are_not() {
        check(&["0.0.0.0", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "198.18.0.1"], false);
        check(
            &["192.0.2.1", "198.51.100.1", "203.0.113.1", "ff02::1", "2001:db8::1", "2001::1", "2002:7f00:1::"],
            false,
        );
    }

    #[test]
    fn a_private_place_in_other_clothes_is_not() {
        check(
            &["::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a00:1", "::127.0.0.1"],
            false,
        );
        check(&["64:ff9b:1::1", "2002:a00:1::1"], false);
    }
}
