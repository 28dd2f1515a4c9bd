//! Labels of interviews.

/// Whether a label of an interview tells no more than who asks and who answers.
pub fn is_question_or_answer_label(label: &str) -> bool {
    matches!(label.trim_end_matches('.'), "A" | "Answer" | "ANSWER" | "Q" | "Question" | "QUESTION")
}
