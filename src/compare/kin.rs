//! Names brought into one wording: kin words give way to the one that speaks for them, light words go.

use crate::Lexicon;
use crate::lexicon::KinClass;

/// `name` with every kin word in the place of its kin, and without light words unless nothing else is left.
pub(super) fn reword(name: &str, lexicon: &Lexicon) -> String {
    let heavy = replace(name, lexicon, true);
    if heavy.is_empty() { replace(name, lexicon, false) } else { heavy }
}

fn replace(name: &str, lexicon: &Lexicon, drop_light: bool) -> String {
    let mut words = String::with_capacity(name.len());
    let mut reached = 0;
    for (span, (class, kin)) in lexicon.kin.find_in(name) {
        words.push_str(&name[reached..span.lo()]);
        match class {
            KinClass::Light if drop_light => {}
            KinClass::Light => words.push_str(span.slice(name)),
            KinClass::Act | KinClass::Thing => words.push_str(kin),
        }
        reached = span.hi();
    }
    words.push_str(&name[reached..]);
    words
}
