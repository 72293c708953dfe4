package io.fraywatch.analyze;

/// What one mail, or a note written by hand, does to whose turn it is. "They" are the client's
/// people, "we" are ours, "others" are neither.
enum Event {
    /// They ask or request something of us, or report to us that something doesn't work.
    THEY_ASK,
    /// They ask somebody else, and we only see it.
    THEY_ASK_OTHERS,
    /// They say something that asks for nothing.
    THEY_TELL,
    THEY_PROMISE,
    /// They thank or acknowledge, and do nothing else.
    THEY_THANK,
    /// They say that the matter is done.
    THEY_SETTLE,
    /// They answer an invitation, or send one.
    THEY_MEET,
    /// They are away.
    THEY_LEAVE,
    /// We ask them something, and may answer them along with it.
    WE_ASK,
    /// We answer with hardly anything but a question.
    WE_ASK_BACK,
    WE_TELL,
    WE_PROMISE,
    WE_THANK,
    WE_SETTLE,
    /// We answer an invitation of theirs, or send one.
    WE_MEET,
    /// Somebody else answers what they asked us.
    OTHERS_ANSWER,
    /// Somebody else writes something else.
    OTHERS_TELL,
    /// A mail of ours came back.
    MAIL_RETURNED,
    /// We spoke otherwise than by mail, as the user noted.
    WE_SPEAK,
    /// The matter rests until a day, as the user noted.
    WE_PAUSE
}
