//! A data set as a Parquet file: words, 64-bit counts, and decimals of 38 digits with 14 after the point. Every column may
//! be null.

use super::dataset::{Cell, Column, Dataset, Kind, Record};
use super::wire::SCHEMA_VERSION;
use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int64Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use rust_decimal::Decimal;
use std::io::Write;
use std::sync::Arc;

/// Digits of a decimal, and how many of them stand after the point. Further ones are rounded: they come of units that are no
/// finite number of the base unit (亩 in square metres).
const PRECISION: i32 = 38;
const SCALE: u32 = 14;
/// Bytes that hold 38 digits.
const BYTES: i32 = 16;
/// Records that are written together.
const GROUP: usize = 65_536;

/// Writes the records of a data set.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(dataset: &Dataset, records: &[Record], out: impl Write + Send) -> Result<()> {
    let version = KeyValue::new("zhenggai.schema_version".to_owned(), SCHEMA_VERSION.to_owned());
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("zhenggai ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(vec![version]))
        .build();
    let mut file = SerializedFileWriter::new(out, Arc::new(schema(dataset)?), Arc::new(properties))?;
    for records in records.chunks(GROUP) {
        let mut group = file.next_row_group()?;
        for (at, column) in dataset.columns.iter().enumerate() {
            let cells = || records.iter().map(|record| &record[at]);
            match column.kind {
                Kind::Words | Kind::Day => put::<ByteArrayType>(&mut group, cells().map(words))?,
                Kind::Count => put::<Int64Type>(&mut group, cells().map(count))?,
                Kind::Number => put::<FixedLenByteArrayType>(&mut group, cells().map(number))?,
            }
        }
        group.close()?;
    }
    file.close().map(drop)
}

fn schema(dataset: &Dataset) -> Result<Type> {
    let fields = dataset.columns.iter().map(|column| field(column).map(Arc::new)).collect::<Result<_>>()?;
    Type::group_type_builder(dataset.name).with_fields(fields).build()
}

fn field(column: &Column) -> Result<Type> {
    let of = |physical| Type::primitive_type_builder(column.name, physical).with_repetition(Repetition::OPTIONAL);
    match column.kind {
        Kind::Words | Kind::Day => of(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
        Kind::Count => of(Physical::INT64).build(),
        Kind::Number => of(Physical::FIXED_LEN_BYTE_ARRAY)
            .with_length(BYTES)
            .with_converted_type(ConvertedType::DECIMAL)
            .with_precision(PRECISION)
            .with_scale(SCALE as i32)
            .build(),
    }
}

/// Writes the next column: its values, and for each record whether there is one.
fn put<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, impl Write + Send>,
    cells: impl Iterator<Item = Option<T::T>>,
) -> Result<()> {
    let mut values = Vec::new();
    let mut present = Vec::new();
    for cell in cells {
        present.push(i16::from(cell.is_some()));
        values.extend(cell);
    }
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    column.typed::<T>().write_batch(&values, Some(&present), None)?;
    column.close()
}

fn words(cell: &Cell) -> Option<ByteArray> {
    match cell {
        Cell::Words(words) => Some(ByteArray::from(words.as_str())),
        _ => None,
    }
}

fn count(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Count(count) => Some(*count),
        _ => None,
    }
}

fn number(cell: &Cell) -> Option<FixedLenByteArray> {
    match cell {
        Cell::Number(number) => scaled(*number).map(|number| number.to_be_bytes().to_vec().into()),
        _ => None,
    }
}

/// The number in units of the last place; `None` where it is too large for the column.
fn scaled(number: Decimal) -> Option<i128> {
    let number = number.round_dp(SCALE);
    number.mantissa().checked_mul(10_i128.checked_pow(SCALE - number.scale())?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::dataset::metrics::METRICS;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    #[test]
    fn decimals_keep_their_digits() {
        for (number, want) in [
            ("60.95", 6_095_000_000_000_000),
            ("-0.5", -50_000_000_000_000),
            ("0", 0),
            ("0.333333333333333", 33_333_333_333_333),
        ] {
            assert_eq!(scaled(number.parse().unwrap()), Some(want), "{number}");
        }
        assert_eq!(scaled(Decimal::MAX).is_some(), Decimal::MAX.mantissa().checked_mul(10_i128.pow(14)).is_some());
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut record = vec![Cell::Empty; METRICS.columns.len()];
        record[0] = Cell::from("甲.txt");
        record[2] = Cell::Count(2024);
        record[11] = Cell::Number("60.95".parse().unwrap());
        let mut bytes = Vec::new();
        write(&METRICS, &[record], &mut bytes).unwrap();
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        let row = reader.get_row_iter(None).unwrap().next().unwrap().unwrap().to_string();
        assert!(row.contains("notice: \"甲.txt\", body: null, year: 2024"), "{row}");
        assert!(row.contains("value: 60.95000000000000, upper: null"), "{row}");
    }
}
