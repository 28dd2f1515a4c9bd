//! Words grouped by their vectors (k-means, Lloyd 1982), packed into a table
//! that needs no words (see `whosaid::vocabulary::table`).

use std::collections::HashMap;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use whosaid::vocabulary::Clusters;
use whosaid::vocabulary::table::{FINGERPRINT_BITS, Groups, Table, fingerprint, hash, mix, places};

const CLUSTERS: usize = 1024;
const ROUNDS: usize = 12;
const DIMENSIONS: usize = 100;

type Vector = [f32; DIMENSIONS];

#[derive(Deserialize)]
struct Vectors {
    /// The commonest first.
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

/// Makes the file of clusters.
pub fn make(path: &Path, count: usize) -> Result<Vec<u8>> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let read: Vectors = serde_json::from_reader(BufReader::with_capacity(1 << 20, file))
        .with_context(|| format!("{} holds no word vectors", path.display()))?;
    let mut words = Vec::new();
    let mut vectors: Vec<Vector> = Vec::new();
    for word in read.words {
        let letters = word.chars().any(char::is_alphabetic)
            && word.chars().all(|character| character.is_alphabetic() || matches!(character, '\'' | '-' | '.'));
        if !letters || words.len() == count {
            continue;
        }
        let Some(numbers) = read.vectors.get(&word) else { continue };
        let mut vector = [0.0; DIMENSIONS];
        vector.copy_from_slice(numbers.get(..DIMENSIONS).context("a vector is too short")?);
        unit(&mut vector);
        vectors.push(vector);
        words.push(word);
    }
    if words.len() < CLUSTERS {
        bail!("{} holds only {} words", path.display(), words.len());
    }
    eprintln!("{} words", words.len());
    let (fine, of_word) = group(&vectors, CLUSTERS);
    let (coarse, of_fine) = group(&fine, 256);
    let (_, of_coarse) = group(&coarse, 64);
    let half = |first: usize| {
        let mut halves = vectors.clone();
        for vector in &mut halves {
            for (at, value) in vector.iter_mut().enumerate() {
                if !(first..first + DIMENSIONS / 2).contains(&at) {
                    *value = 0.0;
                }
            }
            unit(vector);
        }
        group(&halves, 256).1
    };
    let (first, second) = (half(0), half(DIMENSIONS / 2));
    let groups = |at: usize| Groups { whole: of_word[at] as u16, halves: [first[at] as u8, second[at] as u8] };
    let keys: Vec<(u64, u32)> = words.iter().enumerate().map(|(at, word)| (hash(word), groups(at).pack())).collect();
    let values = pack(&keys)?;
    let parents = of_fine.iter().map(|&coarse| [coarse as u16, of_coarse[coarse] as u16]).collect();
    Ok(Clusters { table: Table { values }, parents }.write())
}

fn unit(vector: &mut Vector) {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-9);
    vector.iter_mut().for_each(|value| *value /= length);
}

/// Groups vectors by their angle; the centres and the group of each vector.
fn group(vectors: &[Vector], count: usize) -> (Vec<Vector>, Vec<usize>) {
    // Every n-th vector to begin with: the list is sorted by how common words are.
    let mut centres: Vec<Vector> = (0..count).map(|number| vectors[number * vectors.len() / count]).collect();
    let mut of = vec![0; vectors.len()];
    for _ in 0..ROUNDS {
        of = nearest(vectors, &centres);
        let mut sums = vec![[0.0f32; DIMENSIONS]; count];
        for (vector, &group) in vectors.iter().zip(&of) {
            sums[group].iter_mut().zip(vector).for_each(|(sum, value)| *sum += value);
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|value| *value != 0.0) {
                unit(&mut sum);
                *centre = sum;
            }
        }
    }
    (centres, of)
}

fn nearest(vectors: &[Vector], centres: &[Vector]) -> Vec<usize> {
    let mut of = vec![0; vectors.len()];
    let part = vectors.len().div_ceil(std::thread::available_parallelism().map_or(1, usize::from)).max(1);
    std::thread::scope(|scope| {
        for (vectors, of) in vectors.chunks(part).zip(of.chunks_mut(part)) {
            scope.spawn(move || {
                for (vector, of) in vectors.iter().zip(of) {
                    let mut best = f32::NEG_INFINITY;
                    for (number, centre) in centres.iter().enumerate() {
                        let product = product(vector, centre);
                        if product > best {
                            best = product;
                            *of = number;
                        }
                    }
                }
            });
        }
    });
    of
}

/// Summed in four lanes, in one order always.
fn product(first: &Vector, second: &Vector) -> f32 {
    let mut lanes = [0.0f32; 4];
    for (first, second) in first.as_chunks::<4>().0.iter().zip(second.as_chunks::<4>().0) {
        for lane in 0..4 {
            lanes[lane] += first[lane] * second[lane];
        }
    }
    lanes.iter().sum()
}

/// Solves for a table in which each key's three places give its value, by taking keys off that stand alone.
fn pack(keys: &[(u64, u32)]) -> Result<Vec<u32>> {
    let length = (keys.len() * 123 / 100 + 32).next_multiple_of(3);
    let mut uses: Vec<(u32, u64)> = vec![(0, 0); length];
    let value = |&(hash, clusters): &(u64, u32)| clusters << FINGERPRINT_BITS | fingerprint(hash);
    for (number, &(hash, _)) in keys.iter().enumerate() {
        for place in places(hash, length) {
            uses[place].0 += 1;
            uses[place].1 ^= number as u64;
        }
    }
    let mut single: Vec<usize> = (0..length).filter(|&place| uses[place].0 == 1).collect();
    let mut order = Vec::with_capacity(keys.len());
    while let Some(place) = single.pop() {
        if uses[place].0 != 1 {
            continue;
        }
        let number = uses[place].1 as usize;
        order.push((number, place));
        for other in places(keys[number].0, length) {
            uses[other].0 -= 1;
            uses[other].1 ^= number as u64;
            if uses[other].0 == 1 {
                single.push(other);
            }
        }
    }
    if order.len() != keys.len() {
        bail!("the words cannot be packed: two of them may be the same");
    }
    // Places that no key needs hold noise, so that unknown words do not look alike.
    let mut table: Vec<u32> = (0..length).map(|place| mix(place as u64) as u32).collect();
    for &(number, place) in order.iter().rev() {
        let others = places(keys[number].0, length)
            .into_iter()
            .filter(|&other| other != place)
            .fold(0, |sum, other| sum ^ table[other]);
        table[place] = value(&keys[number]) ^ others;
    }
    Ok(table)
}
