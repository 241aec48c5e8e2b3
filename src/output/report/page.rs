//! The page itself, by minijinja from the templates.

use super::assets;
use super::embed::Part;
use super::{duplicates, years};
use crate::Class;
use crate::analyze::Analysis;
use crate::i18n::Lang;
use crate::lint::Card;
use crate::output::artefact::{Options, WriteError};
use crate::output::results::Results;
use crate::output::summary;
use minijinja::value::Serde;
use minijinja::{Environment, Error, HtmlEscape, UndefinedBehavior, Value, context};
use std::collections::BTreeMap;

const PAGE: &str = "report.html";

/// The HTML of the report with `parts` inside.
pub fn render(results: &Results<'_>, options: &Options, parts: &[Part]) -> Result<String, WriteError> {
    let analysis = results.analysis;
    let files = assets::in_force(&options.templates);
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.add_function("t", in_both_languages);
    environment.add_function("label", label);
    environment.add_filter("percent", percent);
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        environment.add_template(name, text).map_err(fault)?;
    }
    let scripts: Vec<&str> = assets::scripts().filter_map(|name| files.get(name).copied()).collect();
    let context = context! {
        lang => options.report_lang.word(),
        summary => figures(analysis),
        years => drawable(&years::pairs(results)),
        copied => drawable(&duplicates::shares(results)),
        rules => Value::from(Serde(rules(analysis))),
        style => Value::from_safe_string(files.get("style.css").copied().unwrap_or_default().to_owned()),
        script => Value::from_safe_string(scripts.join("\n")),
        data => Value::from_safe_string(parts.iter().map(Part::element).collect()),
    };
    environment.get_template(PAGE).and_then(|page| page.render(context)).map_err(fault)
}

/// The summary as a value of the templates, its exact decimals as numbers to draw by.
fn figures(analysis: &Analysis<'_>) -> Value {
    drawable(&summary::summary(analysis))
}

/// Data as a value of the templates. What is given here has string keys and finite numbers only: it always has a JSON form.
fn drawable(data: &impl serde::Serialize) -> Value {
    Value::from(Serde(serde_json::to_value(data).unwrap_or_default()))
}

/// What each rule finds, in both languages, by its code.
fn rules(analysis: &Analysis<'_>) -> BTreeMap<String, [String; 2]> {
    let words = |card: &Card| [Lang::Zh, Lang::En].map(|lang| card.docs.finds.get(lang).to_owned());
    analysis.rules.cards().map(|card| (card.code.to_string(), words(card))).collect()
}

/// `t("问题", "problems")`: words in both languages, of which the style shows one.
fn in_both_languages(zh: &str, en: &str) -> Value {
    let html = format!(
        "<span class=\"zh\" lang=\"zh\">{}</span><span class=\"en\" lang=\"en\">{}</span>",
        HtmlEscape(zh),
        HtmlEscape(en)
    );
    Value::from_safe_string(html)
}

/// `label("问题", "problems")`: the attributes of an element's name in both languages, of which the script sets one.
fn label(zh: &str, en: &str) -> Value {
    let (zh, en) = (HtmlEscape(zh), HtmlEscape(en));
    Value::from_safe_string(format!("aria-label=\"{zh}\" data-label-zh=\"{zh}\" data-label-en=\"{en}\""))
}

/// `part|percent(whole)`: a percentage to one place, 0 of nothing. For the eye and for drawing.
fn percent(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole * 1000.0).round() / 10.0 } else { 0.0 }
}

/// What is wrong in which line of which template.
#[allow(clippy::needless_pass_by_value, reason = "made for map_err")]
fn fault(error: Error) -> WriteError {
    WriteError::Template { message: format!("{error:#}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::Settings;
    use crate::{Lexicon, analyze};

    fn page(templates: &[(&str, &str)]) -> Result<String, WriteError> {
        let lexicon = Lexicon::builtin();
        let analysis = Analysis::new(&lexicon, Vec::new(), failures(), &Settings::default());
        let own = templates.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        let options = Options {
            lang: Lang::Zh,
            report_lang: Lang::En,
            templates: own.collect::<BTreeMap<_, _>>(),
            report_limit: usize::MAX,
            chosen: BTreeMap::new(),
        };
        render(&Results::new(&analysis, Lang::Zh), &options, &[])
    }

    fn failures() -> Vec<analyze::Failure> {
        vec![analyze::Failure { path: "<b>.txt".into(), message: "\"&'".into() }]
    }

    #[test]
    fn words_of_the_input_are_escaped() {
        let page = page(&[]).unwrap();
        assert!(page.contains("&lt;b&gt;.txt") && !page.contains("<b>.txt"));
    }

    #[test]
    fn a_users_template_is_used_and_its_fault_named() {
        assert_eq!(page(&[("report.html", "{{ summary.total.notices }} {{ lang }}")]).unwrap(), "0 en");
        let error = page(&[("report.html", "\n{{ nothing.at_all }}")]).unwrap_err().to_string();
        assert!(error.contains("report.html:2"), "{error}");
    }
}
