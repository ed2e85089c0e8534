//! What an author may say of an incident, and what becomes of it: fixes in steps, refusals, what waits for something to last.

use firedrill::{
    domain::{Incident, Task},
    incident::{Console, Reply, What, shortest_path},
    library::{Source, load},
};

use super::incidents::incidents;

const INCIDENT: &str = "id: two-steps
kind: debug
title: Two steps
steps:
  - id: work-it
    ask: Work it.
    incident:
      minutes: 40
      states: [degraded, drained, mitigated]
      fix: [drain, restart]
      evidence:
        - {id: pods, run: [kubectl get pods], output: [{when: mitigated, text: all ready}, {text: one is not}]}
        - id: fields
          run: [cat /srv/fields]
          needs: [pods]
          refusal: {en: which pod do you mean?, zh: 你说的是哪个 Pod？}
          output: [{text: x}]
        - {id: late, run: [cat /srv/late], at: 9, output: [{text: y}]}
      actions:
        - {id: drain, run: [kubectl drain node-1], enters: drained, after: 2}
        - {id: restart, run: [kubectl rollout restart deploy/api], enters: mitigated, needs: [drained]}
      injects:
        - {id: calm, when: mitigated, after: 5, from: Pager, says: it has been quiet for five minutes}
        - {id: boss, when: drained, after: 3, from: Boss, says: still drained?}
      verify: [pods]
    rubric:
      - {id: cause, point: Names the cause, must: true, evidence: [fields], any: [stale field], miss: Look., probe: Why?}
    models: [\"cat /srv/fields\\nresolve a stale field\"]
";

fn incident() -> Incident {
    let loaded = load(&Source::new("two-steps.yaml", INCIDENT), "local");
    let scenario = loaded.value.unwrap();
    match &scenario.steps[0].task {
        Task::Incident(incident) => (**incident).clone(),
        _ => panic!("the first step is no incident"),
    }
}

/// The last reply to the last of `lines`.
fn last(lines: &[&str]) -> Option<Reply> {
    let incident = incident();
    let mut console = Console::new(&incident);
    console.begin();
    let replies = lines.iter().map(|line| console.apply(line)).last();
    replies.and_then(|replies| replies.last().cloned())
}

/// The minute in which the inject at `place` comes while `lines` are typed.
fn came(lines: &str, place: usize) -> Option<u32> {
    Console::replay(&incident(), lines).world().came(place)
}

#[test]
fn the_shortest_path_takes_both_actions_of_a_fix() {
    let incident = incident();
    let path = shortest_path(&incident, &["fields".to_owned()]);
    let wanted = [
        "kubectl get pods",
        "cat /srv/fields",
        "kubectl drain node-1",
        "wait 2",
        "kubectl rollout restart deploy/api",
        "kubectl get pods",
    ];
    assert_eq!(path, wanted);
    let console = Console::replay(&incident, &path.join("\n"));
    assert_eq!(console.world().state, "mitigated");
}

#[test]
fn a_refusal_says_what_its_author_wrote() {
    let Some(Reply::Refused(Some(words))) = last(&["cat /srv/fields"]) else {
        panic!("it was not refused");
    };
    assert_eq!(words.en, "which pod do you mean?");
    let shown = last(&["kubectl get pods", "cat /srv/fields"]);
    assert_eq!(shown, Some(Reply::Output("x".to_owned())));
}

#[test]
fn what_is_not_there_yet_is_told_apart_from_what_one_cannot_know() {
    assert_eq!(last(&["cat /srv/late"]), Some(Reply::NotYet));
    assert_eq!(
        last(&["kubectl rollout restart deploy/api"]),
        Some(Reply::Refused(None))
    );
}

#[test]
fn an_inject_may_wait_until_something_has_lasted() {
    let fixed = "kubectl drain node-1\nwait 2\nkubectl rollout restart deploy/api\n";
    let start = Console::replay(&incident(), fixed).world().minute;
    assert_eq!(came(&format!("{fixed}wait 4"), 0), None);
    assert_eq!(came(&format!("{fixed}wait 9"), 0), Some(start + 5));
}

#[test]
fn a_break_begins_the_count_anew() {
    // Drained for less than three minutes, then mitigated: nobody asks.
    let drained = "kubectl drain node-1\nwait 3\n";
    assert_eq!(
        came(
            &format!("{drained}kubectl rollout restart deploy/api\nwait 20"),
            1
        ),
        None
    );
    assert_eq!(came(&format!("{drained}wait 5"), 1), Some(6));
}

#[test]
fn who_logs_in_types_the_commands_of_that_machine() {
    let incident = incident();
    let mut console = Console::new(&incident);
    console.begin();
    assert_eq!(
        console.apply("ssh node-1"),
        [Reply::LoggedIn("ssh node-1".to_owned())]
    );
    assert_eq!(console.world().minute, 0);
    let shown = Reply::Output("one is not".to_owned());
    assert_eq!(console.apply("kubectl get pods"), [shown]);
    assert_eq!(console.apply("exit"), [Reply::LoggedOut]);
    let unknown = Reply::NotFound("exit".to_owned());
    assert_eq!(console.apply("exit"), [unknown]);
}

#[test]
fn who_was_told_a_moment_ago_is_not_kept_waiting() {
    let (step, _) = &incidents()["userns-overlayfs-eacces"];
    let lates = |lines: &str| {
        let console = Console::replay(super::incidents::incident(step), lines);
        let events = console.world().events.iter();
        events.filter(|it| matches!(it.what, What::Late(_))).count()
    };
    // The product lead asks in minute 5 and waits for ten.
    assert_eq!(lates("wait 14"), 0);
    assert_eq!(lates("wait 15"), 1);
    assert_eq!(lates("wait 3\nupdate Scanning is late.\nwait 11"), 0);
    assert_eq!(lates("wait 6\nupdate Scanning is late.\nwait 8"), 0);
}
