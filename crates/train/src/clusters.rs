//! Clusters words by their vectors (spherical k-means; Dhillon and Modha 2001) and packs the clusters into a ribbon
//! retrieval table (see `whosaid::training::vocabulary::ribbon`).

use std::collections::HashMap;
use std::io::BufReader;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use whosaid::training::vocabulary::ClusterFile;
use whosaid::training::vocabulary::ribbon::{
    BITS, ClusterTable, FINGERPRINT_BITS, FULL_CLUSTERS, HALF_CLUSTERS, WINDOW, WordClusters, fingerprint, hash, mix,
    window,
};

const ROUNDS: usize = 12;
const DIMENSIONS: usize = 100;

type Vector = [f32; DIMENSIONS];

#[derive(Deserialize)]
struct Vectors {
    /// By falling frequency.
    words: Vec<String>,
    vectors: HashMap<String, Vec<f32>>,
}

/// Builds the file of clusters.
pub fn build(path: &Path, count: usize) -> Result<Vec<u8>> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let read: Vectors = serde_json::from_reader(BufReader::with_capacity(1 << 20, file))
        .with_context(|| format!("{} has no word vectors", path.display()))?;
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
        normalize(&mut vector);
        vectors.push(vector);
        words.push(word);
    }
    if words.len() < FULL_CLUSTERS {
        bail!("{} has only {} words", path.display(), words.len());
    }
    eprintln!("{} words", words.len());
    let (fine, of_word) = k_means(&vectors, FULL_CLUSTERS);
    let (coarse, of_fine) = k_means(&fine, 256);
    let (_, of_coarse) = k_means(&coarse, 64);
    let half = |first: usize| {
        let mut halves = vectors.clone();
        for vector in &mut halves {
            for (at, value) in vector.iter_mut().enumerate() {
                if !(first..first + DIMENSIONS / 2).contains(&at) {
                    *value = 0.0;
                }
            }
            normalize(vector);
        }
        k_means(&halves, HALF_CLUSTERS).1
    };
    let (first, second) = (half(0), half(DIMENSIONS / 2));
    let groups = |at: usize| WordClusters { full: of_word[at] as u16, halves: [first[at] as u8, second[at] as u8] };
    let keys: Vec<(u64, u32)> = words.iter().enumerate().map(|(at, word)| (hash(word), groups(at).pack())).collect();
    let values = build_table(&keys)?;
    let parents = of_fine.iter().map(|&coarse| [coarse as u16, of_coarse[coarse] as u16]).collect();
    Ok(ClusterFile { table: ClusterTable { values }, parents }.write())
}

fn normalize(vector: &mut Vector) {
    let length = vector.iter().map(|value| value * value).sum::<f32>().sqrt().max(1e-9);
    vector.iter_mut().for_each(|value| *value /= length);
}

/// Clusters unit vectors by their angle; returns the centroids and the cluster of each vector.
fn k_means(vectors: &[Vector], count: usize) -> (Vec<Vector>, Vec<usize>) {
    // Every n-th vector to begin with: the words are sorted by frequency.
    let mut centroids: Vec<Vector> = (0..count).map(|number| vectors[number * vectors.len() / count]).collect();
    let mut of = vec![0; vectors.len()];
    for _ in 0..ROUNDS {
        of = nearest(vectors, &centroids);
        let mut sums = vec![[0.0f32; DIMENSIONS]; count];
        for (vector, &group) in vectors.iter().zip(&of) {
            sums[group].iter_mut().zip(vector).for_each(|(sum, value)| *sum += value);
        }
        for (centroid, mut sum) in centroids.iter_mut().zip(sums) {
            if sum.iter().any(|value| *value != 0.0) {
                normalize(&mut sum);
                *centroid = sum;
            }
        }
    }
    (centroids, of)
}

fn nearest(vectors: &[Vector], centroids: &[Vector]) -> Vec<usize> {
    let mut of = vec![0; vectors.len()];
    let part = vectors.len().div_ceil(std::thread::available_parallelism().map_or(1, usize::from)).max(1);
    std::thread::scope(|scope| {
        for (vectors, of) in vectors.chunks(part).zip(of.chunks_mut(part)) {
            scope.spawn(move || {
                for (vector, of) in vectors.iter().zip(of) {
                    let mut best = f32::NEG_INFINITY;
                    for (number, centroid) in centroids.iter().enumerate() {
                        let product = product(vector, centroid);
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

/// The dot product, summed in four lanes in a fixed order, so that results are reproducible.
fn product(first: &Vector, second: &Vector) -> f32 {
    let mut lanes = [0.0f32; 4];
    for (first, second) in first.as_chunks::<4>().0.iter().zip(second.as_chunks::<4>().0) {
        for lane in 0..4 {
            lanes[lane] += first[lane] * second[lane];
        }
    }
    lanes.iter().sum()
}

/// Returns the smallest table found that maps each key to its value.
fn build_table(keys: &[(u64, u32)]) -> Result<Vec<u32>> {
    let value = |&(hash, clusters): &(u64, u32)| clusters << FINGERPRINT_BITS | fingerprint(hash);
    let rows: Vec<(u64, u32)> = keys.iter().map(|key| (key.0, value(key))).collect();
    // Half a percent longer each time.
    let lengths = (1..40).map(|step| keys.len() + keys.len() * step / 200 + WINDOW);
    lengths
        .into_iter()
        .find_map(|length| solve(&rows, length))
        .context("cannot build the table: two words may be equal")
}

/// Solves the banded linear system by Gaussian elimination; returns `None` if it has no solution.
fn solve(rows: &[(u64, u32)], length: usize) -> Option<Vec<u32>> {
    let mut band: Vec<(u128, u32)> = vec![(0, 0); length];
    for &(hash, mut value) in rows {
        let (mut start, mut places) = window(hash, length);
        while band[start].0 != 0 {
            places ^= band[start].0;
            value ^= band[start].1;
            if places == 0 {
                break;
            }
            start += places.trailing_zeros() as usize;
            places >>= places.trailing_zeros();
        }
        if places != 0 {
            band[start] = (places, value);
        } else if value != 0 {
            return None;
        }
    }
    // Free entries are filled with noise, so that unknown words differ from each other.
    let mut table: Vec<u32> = (0..length).map(|place| mix(place as u64) as u32 >> (32 - BITS)).collect();
    for start in (0..length).rev().filter(|&start| band[start].0 != 0) {
        let (places, value) = band[start];
        let others = (1..WINDOW).filter(|place| places >> place & 1 == 1);
        table[start] = others.fold(value, |sum, place| sum ^ table[start + place]);
    }
    Some(table)
}
