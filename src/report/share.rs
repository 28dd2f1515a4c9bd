//! How shares from 0 to 1 are serialized.

use serde::Serializer;

/// Serializes a share as the number that it is meant to be: as a double, an `f32` of 0.93 would be 0.9300000071525574.
pub(super) fn serialize<S: Serializer>(share: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(rounded(*share))
}

/// Serializes a share that may be missing.
pub(super) fn serialize_optional<S: Serializer>(share: &Option<f32>, serializer: S) -> Result<S::Ok, S::Error> {
    match share {
        Some(share) => serializer.serialize_some(&rounded(*share)),
        None => serializer.serialize_none(),
    }
}

/// The nearest number with four decimals.
fn rounded(share: f32) -> f64 {
    (f64::from(share) * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_confidence_of_a_report_is_serialized_as_its_digits_say() {
        for hundredths in 0..=100_u16 {
            let share = f32::from(hundredths) / 100.0;
            assert_eq!(rounded(share), f64::from(hundredths) / 100.0);
            assert_eq!(serde_json::to_string(&rounded(share)).unwrap(), serde_json::to_string(&share).unwrap());
        }
    }
}
