//! Register: no host names and no unexplained acronyms for people outside the team.

use super::{
    rule::Found,
    token::{Token, TokenKind},
};

/// Parts of a name that make it a host's.
const HOSTS: [&str; 40] = [
    "node", "host", "db", "web", "api", "app", "worker", "redis", "kafka", "pg", "postgres",
    "mysql", "mongo", "lb", "proxy", "cache", "presence", "broker", "master", "primary", "replica",
    "server", "vm", "ip", "etcd", "shard", "queue", "gateway", "edge", "k8s", "kube", "consul",
    "elastic", "rabbit", "nginx", "pod", "auth", "checkout", "frontend", "backend",
];

/// Acronyms that mean nothing outside engineering.
const ACRONYMS: [&str; 48] = [
    "ASG", "BGP", "CDC", "CFS", "CIDR", "CNI", "CRD", "CSI", "DDL", "DLQ", "EACCES", "EBS", "ECR",
    "EKS", "ENI", "ENOSPC", "FD", "GC", "HPA", "IAM", "JVM", "KMS", "LB", "LSN", "MTTR", "MVCC",
    "NAT", "NLB", "OOM", "PDB", "PLEG", "PVC", "QPS", "RBAC", "RPO", "RPS", "RTO", "SLI", "SLO",
    "SRE", "SYN", "THP", "TLS", "TTL", "VPC", "WAL", "XID", "ALB",
];

const HOST_WHY: [&str; 2] = [
    "a host name tells a customer nothing, and tells others too much; name the service or what users see",
    "不要对客户说主机名；说服务或用户看到的现象",
];

const ACRONYM_WHY: [&str; 2] = [
    "readers outside the team do not know this acronym; say it in words",
    "团队外的读者不懂这个缩写；用词说出来",
];

/// Host names and private addresses in `tokens`.
pub fn hosts(answer: &str, tokens: &[Token]) -> Vec<Found> {
    tokens
        .iter()
        .enumerate()
        .filter(|(at, token)| {
            let written = &answer[token.start..token.end];
            is_host(written) || is_numbered_host(tokens, *at)
        })
        .filter_map(|(at, token)| {
            let numbered = !is_host(&answer[token.start..token.end]);
            let words = if numbered {
                &tokens[at..at + 2]
            } else {
                std::slice::from_ref(token)
            };
            Found::in_tokens("host-name", words, None, HOST_WHY, 30)
        })
        .collect()
}

/// `presence-04`, `ip-10-0-3-7`, `db1.internal`, `10.0.3.7`.
fn is_host(written: &str) -> bool {
    let private = [".internal", ".local", ".lan", ".corp", ".svc"];
    if private.iter().any(|end| written.ends_with(end)) {
        return true;
    }
    if written.split('.').count() == 4 && written.split('.').all(|part| part.parse::<u8>().is_ok())
    {
        return true;
    }
    let Some((name, number)) = written.rsplit_once('-') else {
        return false;
    };
    let is_number =
        (1..=3).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit());
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    // `us-east-1` is a region, which customers choose themselves.
    let is_region = name.split('-').count() == 2
        && ["north", "south", "east", "west", "central"]
            .iter()
            .any(|side| name.contains(side));
    let is_host = name.split('-').any(|part| HOSTS.contains(&part)) || number.starts_with('0');
    is_number && is_name && !is_region && is_host
}

/// `node 31`, `host 4`, `shard 4`.
fn is_numbered_host(tokens: &[Token], at: usize) -> bool {
    let is_noun = ["node", "host", "shard"]
        .iter()
        .any(|noun| tokens[at].is(noun));
    is_noun
        && tokens.get(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Number && next.text.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Acronyms that the answer does not explain.
pub fn acronyms(answer: &str, tokens: &[Token]) -> Vec<Found> {
    let mut seen: Vec<&str> = vec![];
    let mut found = vec![];
    for token in tokens.iter().filter(|token| token.is_word()) {
        let written = &answer[token.start..token.end];
        if !ACRONYMS.contains(&written) || seen.contains(&written) {
            continue;
        }
        seen.push(written);
        let explained = answer[token.end..].trim_start().starts_with(['(', '（'])
            || answer[..token.start].trim_end().ends_with(['(', '（']);
        if !explained {
            found.extend(Found::in_tokens(
                "acronym",
                std::slice::from_ref(token),
                None,
                ACRONYM_WHY,
                15,
            ));
        }
    }
    found
}
