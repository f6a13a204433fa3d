//! An index in a file, with which articles similar to one more are found without reading the whole collection.
//!
//! | part | what it holds |
//! |---|---|
//! | head, 64 bytes | the magic word, the version, how many articles and buckets there are, the file's length, digests |
//! | articles | for each the place and length of its record, its weight, a digest of the record |
//! | buckets | for each its place, its length and its digest |
//! | lists | for each bucket the hashes that fall into it, in order, each with the articles that have it |
//! | records | what the owner keeps of each article, as bytes |
//!
//! Numbers are little-endian. A hash is mixed once more; its upper bits name the bucket, and its lower 32 are stored
//! in it. The articles of a hash are a count and the distances from each to the next, as LEB128, as in Zobel and
//! Moffat, *Inverted files for text search engines* (2006). Hashes that too many articles have are left out.
//!
//! A query reads the two tables and one bucket for each of its words and phrases, and nothing else, so apart from the tables
//! it takes as long in a large index as in a small one. Every part is checked against its digest when it is read.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom, Write};

use crossread_engine::hash::fnv1a;
use rayon::prelude::*;

use crate::Fingerprint;
use crate::proposals::most;
use crate::shared::ONE_IN;
use crate::weight::weight;

/// What a saved index begins with.
pub const MAGIC: &[u8; 16] = b"crossread-index\n";
/// The version of the format.
pub const VERSION: u32 = 1;

const HEAD: usize = 64;
const ARTICLE: usize = 32;
const BUCKET: usize = 24;
/// The approximate number of hashes in a bucket.
const IN_BUCKET: usize = 256;

/// Why an index cannot be used.
#[derive(Debug)]
pub enum Fault {
    /// It cannot be read.
    Io(io::Error),
    /// It is something else.
    NotAnIndex,
    /// It was written by another version.
    Version(u32),
    /// It is damaged: cut off, or changed.
    Damaged,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Io(error) => write!(f, "it cannot be read: {error}"),
            Fault::NotAnIndex => f.write_str("this is not an index of articles"),
            Fault::Version(found) => write!(
                f,
                "this index has version {found} of the format, and only version {VERSION} is understood"
            ),
            Fault::Damaged => f.write_str("this index is damaged: it is cut off or was changed"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::UnexpectedEof => Fault::Damaged,
            _ => Fault::Io(error),
        }
    }
}

/// Writes the index of these articles, each with its record.
pub fn write(
    mut out: impl Write,
    fingerprints: &[Fingerprint],
    records: &[Vec<u8>],
) -> io::Result<()> {
    let count = fingerprints.len().min(records.len());
    let fingerprints = &fingerprints[..count];
    let most = most(count);
    let mut all: Vec<(u64, u32)> = Vec::new();
    for (article, print) in (0_u32..).zip(fingerprints) {
        all.extend(print.distinct().map(|hash| (mixed(hash), article)));
    }
    all.par_sort_unstable();
    all.dedup();
    let hashes = all.chunk_by(|one, other| one.0 == other.0).count();
    let bits = (hashes / IN_BUCKET).max(1).ilog2();

    let mut weights = vec![0_u64; count];
    let mut lists = Vec::new();
    let mut lengths = vec![0_usize; 1 << bits];
    // Two hashes may be equal in the stored bits; then both have the articles of both.
    let kept = |hash: u64| (bucket(hash, bits), hash as u32);
    for having in all.chunk_by(|one, other| kept(one.0) == kept(other.0)) {
        let mut articles: Vec<u32> = having.iter().map(|&(_, article)| article).collect();
        articles.sort_unstable();
        articles.dedup();
        if articles.len() > most {
            continue;
        }
        if articles.len() > 1 {
            let squared = weight(count, articles.len()).pow(2);
            articles
                .iter()
                .for_each(|&article| weights[article as usize] += squared);
        }
        let (bucket, key) = kept(having[0].0);
        let before = lists.len();
        lists.extend(key.to_le_bytes());
        number(&mut lists, articles.len() as u64);
        let mut last = 0;
        for article in articles {
            number(&mut lists, u64::from(article - last));
            last = article;
        }
        lengths[bucket] += lists.len() - before;
    }
    drop(all);

    let tables = HEAD + count * ARTICLE + lengths.len() * BUCKET;
    let mut buckets = Vec::with_capacity(lengths.len() * BUCKET);
    let mut at = 0;
    for length in lengths {
        let part = &lists[at..at + length];
        put(&mut buckets, (tables + at) as u64);
        put(&mut buckets, length as u64);
        put(&mut buckets, digest(part));
        at += length;
    }
    let mut articles = Vec::with_capacity(count * ARTICLE);
    let mut end = tables + lists.len();
    for (record, weight) in records.iter().zip(weights) {
        put(&mut articles, end as u64);
        put(&mut articles, record.len() as u64);
        put(&mut articles, weight);
        put(&mut articles, digest(record));
        end += record.len();
    }
    let mut head = MAGIC.to_vec();
    head.extend(VERSION.to_le_bytes());
    head.extend(bits.to_le_bytes());
    put(&mut head, count as u64);
    put(&mut head, end as u64);
    put(&mut head, digest(&articles));
    put(&mut head, digest(&buckets));
    let whole = digest(&head);
    put(&mut head, whole);
    out.write_all(&head)?;
    out.write_all(&articles)?;
    out.write_all(&buckets)?;
    out.write_all(&lists)?;
    records[..count]
        .iter()
        .try_for_each(|record| out.write_all(record))?;
    out.flush()
}

/// A saved index, opened.
#[derive(Debug)]
pub struct Saved<R> {
    from: R,
    articles: Vec<Part>,
    weights: Vec<u64>,
    buckets: Vec<Part>,
    bits: u32,
}

#[derive(Clone, Copy, Debug)]
struct Part {
    at: u64,
    length: u64,
    digest: u64,
}

/// The articles that are similar to one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Like {
    /// The articles that share enough with it, those that share most first.
    pub articles: Vec<u32>,
    /// How many others share a rare word or a phrase with it, but too little.
    pub passed_over: usize,
}

impl<R: Read + Seek> Saved<R> {
    /// Opens an index.
    ///
    /// # Errors
    /// Where it cannot be read, is none, is of another version, or is damaged.
    pub fn open(mut from: R) -> Result<Saved<R>, Fault> {
        let length = from.seek(SeekFrom::End(0))?;
        from.seek(SeekFrom::Start(0))?;
        let mut head = Vec::new();
        (&mut from).take(HEAD as u64 + 8).read_to_end(&mut head)?;
        if !head.starts_with(MAGIC) {
            return Err(Fault::NotAnIndex);
        }
        let version = u32_at(&head, 16)?;
        if version != VERSION {
            return Err(Fault::Version(version));
        }
        let bits = u32_at(&head, 20)?;
        let [count, end, of_articles, of_buckets, of_head] =
            [24, 32, 40, 48, 56].map(|at| u64_at(&head, at));
        let (count, end) = (count?, end?);
        if of_head? != digest(&head[..56]) || end != length || bits > 32 {
            return Err(Fault::Damaged);
        }
        let (size, buckets) = (count.saturating_mul(ARTICLE as u64), (1 << bits) * BUCKET);
        if (HEAD + buckets) as u64 + size > length {
            return Err(Fault::Damaged);
        }
        let of_articles = Part::new(HEAD as u64, size, of_articles?);
        let of_buckets = Part::new(HEAD as u64 + size, buckets as u64, of_buckets?);
        let articles = of_articles.read(&mut from)?;
        let buckets = of_buckets.read(&mut from)?;
        let part = |at: u64, length: u64, digest| match at.checked_add(length) {
            Some(to) if to <= end => Ok(Part::new(at, length, digest)),
            _ => Err(Fault::Damaged),
        };
        let rows = articles.chunks_exact(ARTICLE);
        let weights = rows.clone().map(|row| u64_at(row, 16));
        Ok(Saved {
            weights: weights.collect::<Result<_, _>>()?,
            articles: rows
                .map(|row| part(u64_at(row, 0)?, u64_at(row, 8)?, u64_at(row, 24)?))
                .collect::<Result<_, _>>()?,
            buckets: buckets
                .chunks_exact(BUCKET)
                .map(|row| part(u64_at(row, 0)?, u64_at(row, 8)?, u64_at(row, 16)?))
                .collect::<Result<_, _>>()?,
            from,
            bits,
        })
    }

    /// How many articles it holds.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The record of an article.
    ///
    /// # Errors
    /// Where it cannot be read, or is damaged, or there is no such article.
    pub fn record(&mut self, article: u32) -> Result<Vec<u8>, Fault> {
        let part = self.articles.get(article as usize).copied();
        part.ok_or(Fault::Damaged)?.read(&mut self.from)
    }

    /// The articles that share enough with this one to be compared with it, `most` at most.
    ///
    /// # Errors
    /// Where the index cannot be read, or is damaged.
    pub fn like(&mut self, print: &Fingerprint, most: usize) -> Result<Like, Fault> {
        let mut wanted: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for hash in print.distinct().map(mixed) {
            let keys = wanted.entry(bucket(hash, self.bits)).or_default();
            keys.push(hash as u32);
        }
        let count = self.articles.len();
        let (mut own, mut shared) = (0_u64, BTreeMap::<u32, u64>::new());
        for (bucket, keys) in wanted {
            let part = *self.buckets.get(bucket).ok_or(Fault::Damaged)?;
            let list = part.read(&mut self.from)?;
            let mut rest = &list[..];
            while !rest.is_empty() {
                let key = u32_at(rest, 0)?;
                rest = rest.get(4..).ok_or(Fault::Damaged)?;
                let having = take(&mut rest)?;
                let is_wanted = keys.contains(&key);
                // As if the article were one of the collection.
                let squared = weight(count + 1, having as usize + 1).pow(2);
                own += if is_wanted { squared } else { 0 };
                let mut article = 0_u64;
                for _ in 0..having {
                    article += take(&mut rest)?;
                    if is_wanted {
                        let article = u32::try_from(article).map_err(|_| Fault::Damaged)?;
                        *shared.entry(article).or_default() += squared;
                    }
                }
            }
        }
        let weights = &self.weights;
        let is_enough = |&(article, sum): &(u32, u64)| {
            let other = weights.get(article as usize).copied().unwrap_or(0);
            sum * ONE_IN >= own.min(other + sum)
        };
        let touched = shared.len();
        let mut enough: Vec<(u32, u64)> = shared.into_iter().filter(is_enough).collect();
        enough.sort_by_key(|&(article, sum)| (std::cmp::Reverse(sum), article));
        enough.truncate(most);
        Ok(Like {
            passed_over: touched - enough.len(),
            articles: enough.into_iter().map(|(article, _)| article).collect(),
        })
    }
}

impl Part {
    fn new(at: u64, length: u64, digest: u64) -> Part {
        Part { at, length, digest }
    }

    fn read(self, from: &mut (impl Read + Seek)) -> Result<Vec<u8>, Fault> {
        from.seek(SeekFrom::Start(self.at))?;
        let mut bytes = Vec::new();
        from.take(self.length).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != self.length || digest(&bytes) != self.digest {
            return Err(Fault::Damaged);
        }
        Ok(bytes)
    }
}

/// Every bit of the result depends on every bit of the hash (the finalizer of MurmurHash3, by Austin Appleby).
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

fn bucket(hash: u64, bits: u32) -> usize {
    hash.checked_shr(u64::BITS - bits).unwrap_or(0) as usize
}

/// FNV-1a over eight bytes at a time, so that checking does not take longer than reading.
fn digest(bytes: &[u8]) -> u64 {
    let mut parts = bytes.chunks_exact(8);
    let mut sum = 0xcbf2_9ce4_8422_2325_u64;
    for part in &mut parts {
        let mut eight = [0; 8];
        eight.copy_from_slice(part);
        sum = (sum ^ u64::from_le_bytes(eight)).wrapping_mul(0x0100_0000_01b3);
        sum ^= sum >> 32;
    }
    sum ^ fnv1a(parts.remainder().iter().copied()).rotate_left(bytes.len() as u32 % 64)
}

fn put(out: &mut Vec<u8>, number: u64) {
    out.extend(number.to_le_bytes());
}

/// LEB128.
fn number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take(from: &mut &[u8]) -> Result<u64, Fault> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let (&byte, rest) = from.split_first().ok_or(Fault::Damaged)?;
        *from = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(number);
        }
    }
    Err(Fault::Damaged)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Fault> {
    let found = bytes.get(at..).and_then(|rest| rest.first_chunk());
    found
        .map(|four| u32::from_le_bytes(*four))
        .ok_or(Fault::Damaged)
}

fn u64_at(bytes: &[u8], at: usize) -> Result<u64, Fault> {
    let found = bytes.get(at..).and_then(|rest| rest.first_chunk());
    found
        .map(|eight| u64::from_le_bytes(*eight))
        .ok_or(Fault::Damaged)
}
