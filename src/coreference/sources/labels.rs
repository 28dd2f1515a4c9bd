//! Labels of interviews.

/// Returns whether a label only marks a question or an answer: `Q`, `Answer`.
pub fn is_question_or_answer_label(label: &str) -> bool {
    matches!(label.trim_end_matches('.'), "A" | "Answer" | "ANSWER" | "Q" | "Question" | "QUESTION")
}
