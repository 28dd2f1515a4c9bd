//! FTRL-Proximal (McMahan et al., KDD 2013), which leaves most weights at zero.

/// β of FTRL, which damps the first steps.
const BETA: f32 = 1.0;
/// The L2 penalty.
const L2: f32 = 0.05;

/// Weights in training, with the state of FTRL.
pub struct Weights {
    /// The current weights.
    pub value: Vec<f32>,
    /// For each weight, the accumulated gradients, less those that its value accounts for.
    z: Vec<f32>,
    /// For each weight, the sum of squared gradients.
    n: Vec<f32>,
    l1: f32,
    /// The learning rate, α of FTRL.
    rate: f32,
}

impl Weights {
    /// Creates weights of zero.
    pub fn new(count: usize, l1: f32, rate: f32) -> Self {
        Self { value: vec![0.0; count], z: vec![0.0; count], n: vec![0.0; count], l1, rate }
    }

    /// Updates one weight by the gradient of the loss.
    pub fn update(&mut self, at: usize, gradient: f32) {
        let square = gradient * gradient;
        let sigma = ((self.n[at] + square).sqrt() - self.n[at].sqrt()) / self.rate;
        self.z[at] += gradient - sigma * self.value[at];
        self.n[at] += square;
        let z = self.z[at];
        self.value[at] = if z.abs() <= self.l1 {
            0.0
        } else {
            -(z - z.signum() * self.l1) / ((BETA + self.n[at].sqrt()) / self.rate + L2)
        };
    }
}
