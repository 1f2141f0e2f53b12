//! Currencies by sign, name and country, as ISO 4217 codes.

/// The code of a currency's sign; the dollar is the US one where none is named.
pub(super) fn sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" | "us$" => "USD",
        "c$" | "ca$" => "CAD",
        "a$" | "au$" => "AUD",
        "hk$" => "HKD",
        "nz$" => "NZD",
        "s$" => "SGD",
        "r$" => "BRL",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "₹" => "INR",
        "₴" => "UAH",
        "₽" => "RUB",
        "₩" => "KRW",
        "₺" => "TRY",
        "₪" => "ILS",
        _ => return None,
    })
}

/// The code of a currency's name, and how much of it a unit of that name is.
pub(super) fn named(word: &str) -> Option<(&'static str, f64)> {
    let whole = match word {
        "dollar" | "dollars" | "usd" | "bucks" => "USD",
        "cents" | "cent" => return Some(("USD", 0.01)),
        "pence" => return Some(("GBP", 0.01)),
        "euro" | "euros" | "eur" => "EUR",
        "pounds" | "pound" | "sterling" | "gbp" | "quid" => "GBP",
        "yen" | "jpy" => "JPY",
        "yuan" | "renminbi" | "cny" | "rmb" => "CNY",
        "rubles" | "roubles" | "ruble" | "rouble" => "RUB",
        "rupees" | "rupee" => "INR",
        "francs" | "franc" | "chf" => "CHF",
        "pesos" | "peso" => "MXN",
        "hryvnia" | "hryvnias" => "UAH",
        "kronor" | "krona" => "SEK",
        "lira" | "liras" => "TRY",
        "shekels" | "shekel" => "ILS",
        "reais" => "BRL",
        "zloty" | "zlotys" => "PLN",
        "riyals" | "riyal" => "SAR",
        "ringgit" => "MYR",
        "baht" => "THB",
        "rupiah" => "IDR",
        "naira" => "NGN",
        _ => return None,
    };
    Some((whole, 1.0))
}

/// The code of a name that several countries share ("Canadian dollars").
pub(super) fn of_country(country: &str, name: &str) -> Option<&'static str> {
    Some(match (country, name.trim_end_matches('s')) {
        ("us" | "american" | "u.s.", "dollar") => "USD",
        ("canadian", "dollar") => "CAD",
        ("australian", "dollar") => "AUD",
        ("singapore", "dollar") => "SGD",
        ("british", "pound") | ("pound", "sterling") => "GBP",
        ("egyptian", "pound") => "EGP",
        ("swiss", "franc") => "CHF",
        ("pakistani", "rupee") => "PKR",
        ("indian", "rupee") => "INR",
        ("mexican", "peso") => "MXN",
        ("philippine", "peso") => "PHP",
        ("chinese", "yuan") => "CNY",
        ("japanese", "yen") => "JPY",
        ("turkish", "lira") => "TRY",
        ("danish", "krone" | "kroner") => "DKK",
        ("norwegian", "krone" | "kroner") => "NOK",
        ("swedish", "krona" | "kronor") => "SEK",
        _ => return None,
    })
}
