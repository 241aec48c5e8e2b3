//! A run as an SQLite database: tables with foreign keys, views for the ledger and for year over year, full-text search
//! over measures. `schema.sql` is the documentation of it.

use super::decimal::Exact;
use super::wire::{self, Finding, Metric, Node, Notice, Span};
use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, Result, ToSql, Transaction, params};
use rustc_hash::FxHashMap;

/// The tables, views and indexes.
pub const SCHEMA: &str = include_str!("schema.sql");

/// A database that is being filled, in memory.
pub struct Database {
    connection: Connection,
}

impl Database {
    /// An empty database of a run by the dictionaries of that checksum.
    ///
    /// # Errors
    /// None in practice: the schema is fixed.
    pub fn new(lexicon: &str) -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA foreign_keys = ON;")?;
        connection.execute_batch(SCHEMA)?;
        connection.execute(
            "INSERT INTO run VALUES (?, ?, ?)",
            params![wire::SCHEMA_VERSION, concat!("zhenggai ", env!("CARGO_PKG_VERSION")), lexicon],
        )?;
        Ok(Self { connection })
    }

    /// Adds a notice with its text and what the rules found in it.
    ///
    /// # Errors
    /// When memory or the limits of the format are spent.
    pub fn add(&mut self, notice: &Notice, text: &str, findings: &[Finding]) -> Result<()> {
        let transaction = self.connection.transaction()?;
        let id = add_notice(&transaction, notice, text)?;
        let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut tree = Tree { notice: id, text, chars, nodes: FxHashMap::default() };
        for node in &notice.outline {
            tree.add(&transaction, node, None)?;
        }
        add_metrics(&transaction, &notice.metrics, &tree)?;
        add_rest(&transaction, notice, &tree)?;
        add_findings(&transaction, findings, &tree)?;
        transaction.commit()
    }

    /// The bytes of the database file.
    ///
    /// # Errors
    /// When memory is spent.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.connection.execute_batch(
            "INSERT INTO measures_text (measures_text) VALUES ('optimize');
             INSERT INTO measures_pairs (measures_pairs) VALUES ('optimize'); ANALYZE;",
        )?;
        Ok(self.connection.serialize("main")?.to_vec())
    }
}

fn add_notice(to: &Transaction<'_>, notice: &Notice, text: &str) -> Result<i64> {
    let Notice { source, header, .. } = notice;
    to.prepare_cached(
        "INSERT INTO notices (path, body, year, title, issuer, inspecting_team, kind, level, round, inspection_start,
             inspection_end, feedback_date, published, address, postcode, format, encoding, sha256, chars, text)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        source.path,
        header.inspected_body.as_ref().or(header.issuer.as_ref()),
        notice.year,
        header.title,
        header.issuer,
        header.inspecting_team,
        header.kind,
        header.level,
        header.round,
        header.inspection_start,
        header.inspection_end,
        header.feedback_date,
        header.published,
        header.address,
        header.postcode,
        source.format,
        source.encoding,
        source.sha256,
        source.chars,
        text,
    ])?;
    let id = to.last_insert_rowid();
    let mut insert = to.prepare_cached("INSERT INTO contacts VALUES (?, ?, ?)")?;
    for (kind, values) in [("phone", &header.phones), ("email", &header.emails)] {
        for value in values {
            insert.execute(params![id, kind, value])?;
        }
    }
    Ok(id)
}

/// The nodes of a notice that have rows already.
struct Tree<'a> {
    notice: i64,
    text: &'a str,
    /// Byte of each character, and the end.
    chars: Vec<usize>,
    /// Row of each node by its path.
    nodes: FxHashMap<String, i64>,
}

impl Tree<'_> {
    fn add(&mut self, to: &Transaction<'_>, root: &Node, parent: Option<i64>) -> Result<()> {
        // A list in the place of the stack: a tree may be deep.
        let mut waiting = vec![(root, parent)];
        while let Some((node, parent)) = waiting.pop() {
            let id = self.add_one(to, node, parent)?;
            waiting.extend(node.children.iter().rev().map(|child| (child, Some(id))));
        }
        Ok(())
    }

    fn add_one(&mut self, to: &Transaction<'_>, node: &Node, parent: Option<i64>) -> Result<i64> {
        let words = self.words(node.span);
        to.prepare_cached(
            "INSERT INTO nodes (notice, parent, path, kind, marker, heading, text, inline, status, stated_status,
                 specificity, deadline, deadline_date, target, first, past)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            self.notice,
            parent,
            node.id,
            node.kind,
            node.marker,
            node.heading,
            words,
            node.inline,
            node.status,
            node.stated_status,
            node.specificity,
            node.deadline.as_ref().map(|deadline| &deadline.text),
            node.deadline.as_ref().and_then(|deadline| deadline.date.as_ref()),
            node.target.as_ref().map(|target| &target.text),
            node.span.start,
            node.span.end,
        ])?;
        let id = to.last_insert_rowid();
        for body in &node.responsible {
            to.prepare_cached("INSERT INTO responsible VALUES (?, ?)")?.execute(params![id, body.text])?;
        }
        if node.kind == "measure" {
            to.prepare_cached("INSERT INTO measures_pairs (rowid, pairs) VALUES (?, ?)")?
                .execute(params![id, pairs(words)])?;
            to.prepare_cached("INSERT INTO measures_text (rowid, text) VALUES (?, ?)")?.execute(params![id, words])?;
        }
        self.nodes.insert(node.id.clone(), id);
        Ok(id)
    }

    fn words(&self, span: Span) -> &str {
        let byte = |char: usize| self.chars.get(char).copied().unwrap_or(self.text.len());
        self.text.get(byte(span.start)..byte(span.end)).unwrap_or_default()
    }

    fn row(&self, node: Option<&String>) -> Option<i64> {
        self.nodes.get(node?).copied()
    }
}

/// Every two letters that stand side by side, as a word each: a word of two characters is found wherever it stands, which the
/// index of three letters cannot do, and no word breaker has to know it.
fn pairs(words: &str) -> String {
    let mut pairs = String::with_capacity(words.len() * 2);
    let mut before = None;
    for letter in words.chars() {
        if let Some(before) = before.filter(|before: &char| before.is_alphanumeric() && letter.is_alphanumeric()) {
            pairs.extend([before, letter, ' ']);
        }
        before = Some(letter);
    }
    pairs
}

fn add_metrics(to: &Transaction<'_>, metrics: &[Metric], tree: &Tree<'_>) -> Result<()> {
    let first: i64 = to.query_row("SELECT coalesce(max(id), 0) + 1 FROM metrics", [], |row| row.get(0))?;
    let rows: FxHashMap<&str, i64> = metrics.iter().map(|metric| metric.id.as_str()).zip(first..).collect();
    let mut insert = to.prepare_cached(
        "INSERT INTO metrics (id, notice, node, label, name, key, value, upper, unit, base_value, base_unit, dimension,
             approx, threshold_op, threshold_value, threshold_unit, part_of, rank_position, rank_scope, change_direction,
             change_basis, period_start, period_end, period_text, role, named_by, corrected, quantity, text, first, past)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for metric in metrics {
        let Metric { threshold, rank, change, period, .. } = metric;
        insert.execute(params![
            rows[metric.id.as_str()],
            tree.notice,
            tree.row(metric.node.as_ref()),
            metric.id,
            metric.name,
            metric.key,
            metric.value,
            metric.upper,
            metric.unit,
            metric.base.value,
            metric.base.unit,
            metric.dimension,
            metric.approx,
            threshold.as_ref().map(|threshold| threshold.op),
            threshold.as_ref().map(|threshold| threshold.value),
            threshold.as_ref().map(|threshold| &threshold.unit),
            metric.part_of.as_deref().and_then(|whole| rows.get(whole)),
            rank.as_ref().map(|rank| rank.position),
            rank.as_ref().and_then(|rank| rank.scope.as_ref()),
            change.as_ref().map(|change| change.direction),
            change.as_ref().and_then(|change| change.basis),
            period.as_ref().and_then(|period| period.start.as_ref()),
            period.as_ref().and_then(|period| period.end.as_ref()),
            period.as_ref().map(|period| &period.text),
            metric.role,
            metric.named_by,
            metric.corrected.as_ref().map(ToString::to_string),
            metric.quantity.text,
            metric.text,
            metric.span.start,
            metric.span.end,
        ])?;
    }
    Ok(())
}

/// Cited documents and warnings.
fn add_rest(to: &Transaction<'_>, notice: &Notice, tree: &Tree<'_>) -> Result<()> {
    let mut insert = to.prepare_cached("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?)")?;
    for document in &notice.documents {
        let node = tree.row(document.node.as_ref());
        let Span { start, end } = document.span;
        insert.execute(params![tree.notice, node, document.title, document.number, start, end])?;
    }
    let mut insert = to.prepare_cached("INSERT INTO warnings VALUES (?, ?, ?, ?, ?)")?;
    for warning in &notice.warnings {
        let (first, past) = (warning.span.map(|span| span.start), warning.span.map(|span| span.end));
        insert.execute(params![tree.notice, warning.code, warning.message, first, past])?;
    }
    Ok(())
}

fn add_findings(to: &Transaction<'_>, findings: &[Finding], tree: &Tree<'_>) -> Result<()> {
    let mut insert = to.prepare_cached(
        "INSERT INTO findings (notice, node, rule, name, severity, quote, message, suppressed, first, past)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for finding in findings {
        insert.execute(params![
            tree.notice,
            tree.row(finding.node.as_ref()),
            finding.rule,
            finding.name,
            finding.severity,
            finding.quote,
            finding.message,
            finding.suppressed,
            finding.span.start,
            finding.span.end,
        ])?;
    }
    Ok(())
}

/// A decimal as its digits: a column of numbers takes them without loss as long as they are fewer than sixteen.
impl ToSql for Exact {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::lint::{Parsed, Registry, Settings, lint};
    use crate::output::wire::FindingWriter;
    use crate::{Document, Lexicon, parse};

    const TEXT: &str = "中共某县水利局党组关于巡察整改情况的通报\n2024年6月26日，县委第二巡察组向县水利局党组反馈了巡察意见。\n一、项目监管不到位的问题\n（一）加强监管。已印发《管理办法》，投入资金350.5万元，其中县级资金35万元。责任单位：县水利局建管股。\n";

    fn database(texts: &[&str]) -> Connection {
        let lexicon = Lexicon::builtin();
        let mut database = Database::new(lexicon.checksum()).unwrap();
        for text in texts {
            let document = Document::from_text(text);
            let notice = parse(&document, &lexicon);
            let wire = wire::notice(&document, &notice, &lexicon, &wire::Options::default());
            database.add(&wire, text, &[]).unwrap();
        }
        let bytes = database.finish().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        connection.deserialize_read_exact("main", bytes.as_slice(), bytes.len(), false).unwrap();
        connection
    }

    fn rows(connection: &Connection, query: &str) -> Vec<String> {
        let mut query = connection.prepare(query).unwrap();
        let columns = query.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            let cell = |at| {
                row.get_ref(at).map(|value| match value {
                    rusqlite::types::ValueRef::Text(text) => format!("Text({:?})", String::from_utf8_lossy(text)),
                    value => format!("{value:?}"),
                })
            };
            (0..columns).map(cell).collect::<Result<Vec<_>>>().map(|cells| cells.join("|"))
        };
        query.query_map([], row).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn keys_lead_somewhere() {
        let connection = database(&[TEXT, TEXT]);
        assert!(rows(&connection, "PRAGMA foreign_key_check").is_empty());
        let wholes = "SELECT count(*) FROM metrics AS part JOIN metrics AS whole
            ON whole.id = part.part_of AND whole.notice = part.notice WHERE whole.value = 350.5";
        assert_eq!(rows(&connection, wholes), ["Integer(2)"]);
    }

    #[test]
    fn measures_are_found_by_chinese_words() {
        let connection = database(&[TEXT]);
        for (word, found) in [("管理办法", 1), ("县级资金", 1), ("县财政局", 0)] {
            let query = format!("SELECT rowid FROM measures_text WHERE measures_text MATCH '{word}'");
            assert_eq!(rows(&connection, &query).len(), found, "{word}");
        }
        for (word, found) in [("印发", 1), ("办法", 1), ("法》", 0), ("财政", 0)] {
            let query = format!("SELECT rowid FROM measures_pairs WHERE measures_pairs MATCH '\"{word}\"'");
            assert_eq!(rows(&connection, &query).len(), found, "{word}");
        }
        assert_eq!(rows(&connection, "SELECT problem IS NOT NULL FROM measures"), ["Integer(1)"]);
    }

    #[test]
    fn a_year_stands_beside_the_one_before() {
        let later = TEXT.replace("2024年", "2025年").replace("350.5万元", "701万元");
        let connection = database(&[TEXT, &later]);
        let query = "SELECT year, year_before, ratio FROM year_over_year WHERE ratio IS NOT NULL ORDER BY ratio DESC";
        assert_eq!(rows(&connection, query)[0], "Integer(2025)|Integer(2024)|Real(2.0)");
    }

    #[test]
    fn findings_stand_by_their_notice_and_node() {
        let lexicon = Lexicon::builtin();
        let text = "一、作风不实的问题\n一是进一步提高认识，切实转变作风。";
        let document = Document::from_text(text);
        let notice = parse(&document, &lexicon);
        let parsed = Parsed { document: &document, notice: &notice, lexicon: &lexicon };
        let findings = lint(&[parsed], &Registry::new(&lexicon), &Settings::default());
        let writer = FindingWriter::new(&document, &notice, Lang::En);
        let mut database = Database::new(lexicon.checksum()).unwrap();
        let findings: Vec<_> = findings.iter().map(|finding| writer.finding(finding)).collect();
        let wire = wire::notice(&document, &notice, &lexicon, &wire::Options::default());
        database.add(&wire, text, &findings).unwrap();
        let query = "SELECT nodes.path FROM findings JOIN nodes ON nodes.id = findings.node WHERE rule LIKE 'V%'";
        let paths = rows(&database.connection, query);
        assert!(paths.contains(&"Text(\"1.1\")".to_owned()), "{paths:?}");
    }
}
