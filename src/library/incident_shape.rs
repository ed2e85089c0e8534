//! The shapes of an incident and its parts.

use super::shape::{
    Need::{Default, Required},
    Shape,
    Takes::{Count, Entries, List, Map, Name, Text, Whole, Words},
    field,
};

/// An incident that can be worked.
pub static INCIDENT: Shape = Shape {
    name: "incident",
    fields: &[
        field(
            "minutes",
            Count(600),
            Required("minutes: 40"),
            "simulated minutes after which it ends",
        ),
        field(
            "starts",
            Words,
            Default("\"09:00\""),
            "the time of day at minute 0, in quotes",
        ),
        field(
            "states",
            List(&Name, 1),
            Default("[degraded, mitigated]"),
            "states of the world, the first at the start",
        ),
        field(
            "evidence",
            List(&Map(&EVIDENCE), 1),
            Required("evidence: [{id: logs, run: [kubectl logs deploy/api], output: [{text: …}]}]"),
            "what commands show",
        ),
        field(
            "actions",
            List(&Map(&ACTION), 1),
            Default("none"),
            "what can be done to the world",
        ),
        field(
            "injects",
            List(&Map(&INJECT), 1),
            Default("none"),
            "what happens by itself",
        ),
        field(
            "verify",
            List(&Name, 1),
            Default("none"),
            "evidence of which one should be looked at after the fix",
        ),
        field(
            "fix",
            List(&Name, 1),
            Default("found by itself"),
            "the actions of the shortest sound fix, in order",
        ),
        field(
            "people",
            List(&Map(&PERSON), 1),
            Default("none"),
            "who can be asked with `ask PERSON …`",
        ),
        field(
            "runbooks",
            List(&Map(&RUNBOOK), 1),
            Default("none"),
            "what can be read with `open RUNBOOK`",
        ),
    ],
};

/// Something that a command shows.
pub static EVIDENCE: Shape = Shape {
    name: "evidence",
    fields: &[
        field("id", Name, Required("id: logs"), "its name in the incident"),
        field(
            "run",
            List(&Words, 1),
            Required("run: [kubectl logs deploy/api]"),
            "commands that show it, in any usual spelling; `<pod>` stands for any one word",
        ),
        field(
            "output",
            List(&Map(&OUTPUT), 1),
            Required("output: [{text: …}]"),
            "what is shown; the first that applies",
        ),
        field("minutes", Whole(600), Default("1"), "what a look costs"),
        field(
            "at",
            Whole(600),
            Default("0"),
            "the minute from which it is there",
        ),
        field(
            "ready_after",
            Whole(600),
            Default("0"),
            "minutes between the command and its output",
        ),
        field(
            "needs",
            List(&Name, 1),
            Default("nothing"),
            "what must have been opened or done before",
        ),
        field(
            "refusal",
            Text,
            Default("a sentence of the facilitator"),
            "what is said while something of `needs` is missing",
        ),
        field(
            "graphs",
            List(&Map(&GRAPH), 1),
            Default("none"),
            "curves below the text that move with the state",
        ),
        field(
            "herring",
            Map(&HERRING),
            Default("none"),
            "where it misleads",
        ),
    ],
};

/// A text under a circumstance.
pub static OUTPUT: Shape = Shape {
    name: "output",
    fields: &[
        field(
            "when",
            Words,
            Default("always"),
            "names of states, actions or evidence with `and`, `or`, `not`",
        ),
        field("text", Words, Required("text: …"), "as the tool prints it"),
    ],
};

/// A curve below the text of evidence.
pub static GRAPH: Shape = Shape {
    name: "graph",
    fields: &[
        field(
            "of",
            Words,
            Required("of: queue depth"),
            "what it shows, with its unit",
        ),
        field(
            "before",
            Whole(1_000_000_000),
            Required("before: 120"),
            "the level before anything was wrong",
        ),
        field(
            "since",
            Whole(600),
            Default("10"),
            "for how many minutes it was wrong at the start",
        ),
        field(
            "levels",
            Entries(&Whole(1_000_000_000)),
            Required("levels: {degraded: 900, mitigated: 120}"),
            "the level that each state leads to",
        ),
        field(
            "settles",
            Count(600),
            Default("3"),
            "minutes in which it goes most of the way to a new level",
        ),
    ],
};

/// Why evidence misleads.
pub static HERRING: Shape = Shape {
    name: "herring",
    fields: &[
        field(
            "tempting",
            Text,
            Required("tempting: It looks like the cause"),
            "why one would follow it",
        ),
        field(
            "refuted_by",
            Name,
            Required("refuted_by: count"),
            "the evidence that refutes it",
        ),
    ],
};

/// Something that can be done.
pub static ACTION: Shape = Shape {
    name: "action",
    fields: &[
        field(
            "id",
            Name,
            Required("id: roll-back"),
            "its name in the incident",
        ),
        field(
            "run",
            List(&Words, 1),
            Required("run: [kubectl rollout undo deploy/api]"),
            "commands that do it, in any usual spelling",
        ),
        field("minutes", Whole(600), Default("1"), "what it costs"),
        field("enters", Name, Default("none"), "the state it leads to"),
        field(
            "after",
            Whole(600),
            Default("0"),
            "minutes until that state is reached",
        ),
        field("harm", Text, Default("none"), "what it breaks"),
        field(
            "output",
            List(&Map(&OUTPUT), 1),
            Default("nothing"),
            "what the tool prints; the first that applies",
        ),
        field(
            "needs",
            List(&Name, 1),
            Default("nothing"),
            "what must have been opened or done before",
        ),
        field(
            "refusal",
            Text,
            Default("a sentence of the facilitator"),
            "what is said while something of `needs` is missing",
        ),
    ],
};

/// Something that happens.
pub static INJECT: Shape = Shape {
    name: "inject",
    fields: &[
        field(
            "id",
            Name,
            Required("id: support"),
            "its name in the incident",
        ),
        field("at", Whole(600), Default("0"), "the earliest minute"),
        field(
            "when",
            Words,
            Default("always"),
            "what must hold; it waits until then",
        ),
        field(
            "after",
            Whole(600),
            Default("0"),
            "minutes that this must have held without a break",
        ),
        field("unless", Words, Default("never"), "what must not hold"),
        field("from", Text, Required("from: Support lead"), "who speaks"),
        field("says", Text, Required("says: …"), "what is said"),
        field("enters", Name, Default("none"), "the state it leads to"),
        field(
            "ask",
            Map(&ASK),
            Default("none"),
            "a text that is wanted, graded by the rubric of a step",
        ),
    ],
};

/// A text that is wanted.
pub static ASK: Shape = Shape {
    name: "ask",
    fields: &[
        field(
            "step",
            Name,
            Required("step: update"),
            "the step whose rubric grades it",
        ),
        field(
            "within",
            Count(600),
            Default("10"),
            "minutes until it is late",
        ),
    ],
};

/// Somebody who can be asked.
pub static PERSON: Shape = Shape {
    name: "person",
    fields: &[
        field("id", Name, Required("id: dana"), "the name to ask by"),
        field("role", Text, Required("role: Storage on-call"), "who it is"),
        field(
            "says",
            List(&Map(&ANSWER), 1),
            Required("says: [{text: …}]"),
            "what is answered; the first that applies",
        ),
        field("minutes", Whole(600), Default("2"), "what a question costs"),
    ],
};

/// What a person answers.
pub static ANSWER: Shape = Shape {
    name: "answer",
    fields: &[
        field(
            "about",
            List(&Words, 1),
            Default("anything"),
            "words of which the question must hold one",
        ),
        field(
            "when",
            Words,
            Default("always"),
            "names of states, actions or evidence with `and`, `or`, `not`",
        ),
        field("text", Words, Required("text: …"), "what is said"),
    ],
};

/// Something to read up.
pub static RUNBOOK: Shape = Shape {
    name: "runbook",
    fields: &[
        field("id", Name, Required("id: dns"), "the name to open it by"),
        field(
            "title",
            Text,
            Required("title: When DNS is slow"),
            "one line for lists",
        ),
        field("text", Text, Required("text: …"), "the text"),
        field("minutes", Whole(600), Default("2"), "what reading costs"),
    ],
};
