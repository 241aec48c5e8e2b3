//! Signatures: for each band three minima over the character bigrams of a unit, folded into one key. Two units of bigram
//! similarity J meet in at least one of the 42 bands with probability 1 − (1 − J³)⁴².

/// Bands of a signature.
pub(super) const BANDS: usize = 42;
/// Minima of a band.
const ROWS: usize = 3;

/// For each row and band an order of the bigrams: an odd multiplier, and an offset.
static ORDERS: [[(u32, u32); BANDS]; ROWS] = orders();

const fn orders() -> [[(u32, u32); BANDS]; ROWS] {
    let mut orders = [[(0, 0); BANDS]; ROWS];
    let mut at = 0;
    while at < ROWS * BANDS {
        let seed = at as u32;
        orders[at % ROWS][at / ROWS] =
            (mix(seed.wrapping_mul(2).wrapping_add(0x5bd1_e995)) | 1, mix(seed ^ 0x27d4_eb2f));
        at += 1;
    }
    orders
}

/// Keys of bands `from..from + N` of a unit.
pub(super) fn keys<const N: usize>(codes: &[u16], from: usize) -> [u32; N] {
    let mut minima = [[u32::MAX; N]; ROWS];
    let mut before = 0;
    for &code in codes {
        let bigram = mix(u32::from(before) << 16 | u32::from(code));
        before = code;
        for (minima, orders) in minima.iter_mut().zip(&ORDERS) {
            for (least, (multiplier, offset)) in minima.iter_mut().zip(&orders[from..from + N]) {
                *least = (*least).min((bigram ^ offset).wrapping_mul(*multiplier));
            }
        }
    }
    let mut keys = [0x9e37_79b9; N];
    for row in minima {
        for (key, least) in keys.iter_mut().zip(row) {
            *key = mix(*key ^ least).rotate_left(5);
        }
    }
    keys
}

/// Spreads the bits of a number over all 32, one to one.
#[inline]
const fn mix(mut x: u32) -> u32 {
    x ^= x >> 16;
    x = x.wrapping_mul(0x7feb_352d);
    x ^= x >> 15;
    x = x.wrapping_mul(0x846c_a68b);
    x ^ x >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<u16> {
        text.chars().map(|c| c as u32 as u16).collect()
    }

    /// Bands in which two texts meet.
    fn common(a: &str, b: &str) -> usize {
        let keys = |text| keys::<BANDS>(&codes(text), 0);
        keys(a).iter().zip(keys(b)).filter(|(a, b)| **a == *b).count()
    }

    #[test]
    fn like_units_meet() {
        let text = "建立工作台账逐项明确责任科室和完成时限";
        assert_eq!(common(text, text), BANDS);
        assert!(common(text, "建立台账逐项明确责任股室和完成时限") > 0);
        assert_eq!(common(text, "严格落实第一议题学习制度撰写心得体会"), 0);
    }

    #[test]
    fn a_band_does_not_depend_on_the_pass_it_was_made_in() {
        let text = codes("建立工作台账");
        let all = keys::<BANDS>(&text, 0);
        assert_eq!(keys::<6>(&text, 12)[..], all[12..18]);
    }
}
