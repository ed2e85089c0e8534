//! Other commands that show the same: files of the kernel and the programs that print them, scripts of SQL in parts.

use super::command::{Command, Flag};

/// Files of the kernel, and what prints them.
const KERNEL_FILES: &[(&str, &str)] = &[
    ("/proc/loadavg", "uptime"),
    ("/proc/meminfo", "free"),
    ("/proc/stat", "mpstat"),
    ("/proc/interrupts", "mpstat"),
    ("/proc/softirqs", "mpstat"),
    ("/proc/pressure/cpu", "mpstat"),
    ("/proc/pressure/io", "iostat"),
    ("/proc/pressure/memory", "free"),
    ("/proc/vmstat", "vmstat"),
    ("/proc/diskstats", "iostat"),
    ("/proc/mounts", "mount"),
    ("/proc/self/mountinfo", "findmnt"),
    ("/proc/modules", "lsmod"),
    ("/proc/version", "uname"),
    ("/proc/cpuinfo", "lscpu"),
    ("/proc/net/tcp", "ss"),
    ("/proc/net/sockstat", "ss"),
    ("/proc/net/netstat", "nstat"),
    ("/proc/kmsg", "dmesg"),
    ("/var/log/dmesg", "dmesg"),
];

/// Commands that show what `command` shows, the nearest first; without itself.
pub fn equivalents(command: &Command) -> Vec<Command> {
    match command.program.as_str() {
        "cat" => of_files(command),
        "psql" | "mysql" => of_statements(command),
        _ => Vec::new(),
    }
}

fn of_files(command: &Command) -> Vec<Command> {
    let printed_by = |file: &String| {
        let found = KERNEL_FILES.iter().find(|(name, _)| name == file);
        found.map(|(_, program)| Command {
            program: (*program).to_owned(),
            words: Vec::new(),
            ..command.clone()
        })
    };
    command.words.iter().filter_map(printed_by).collect()
}

/// `psql <<< "a; b"` as `psql -c "a; b"`, and each statement of several by itself.
fn of_statements(command: &Command) -> Vec<Command> {
    let name = if command.program == "psql" { "c" } else { "e" };
    let is_text = |word: &&String| word.trim().contains([' ', ';', '\\']);
    let typed = command.words.iter().find(is_text).cloned();
    let given = command.flag(name).and_then(|flag| flag.value.clone());
    let Some(text) = typed.clone().or(given) else {
        return Vec::new();
    };
    let statements = text
        .split(';')
        .map(str::trim)
        .filter(|statement| !statement.is_empty());
    let mut texts: Vec<String> = statements.map(str::to_owned).collect();
    if texts.len() > 1 || typed.is_some() {
        texts.insert(0, text.clone());
    } else {
        return Vec::new();
    }
    texts
        .into_iter()
        .map(|text| {
            let mut other = command.clone();
            other.words.retain(|word| Some(word) != typed.as_ref());
            other.flags.retain(|flag| flag.name != name);
            other.flags.push(Flag {
                name: name.to_owned(),
                value: Some(text),
            });
            other
        })
        .collect()
}
