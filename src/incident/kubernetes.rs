//! `kubectl`: resources under one name, whichever of their names is typed.

/// Every name of a resource, the first the one that counts.
const RESOURCES: &[&[&str]] = &[
    &["pod", "pods", "po"],
    &[
        "deployment",
        "deployments",
        "deploy",
        "deployment.apps",
        "deployments.apps",
    ],
    &["service", "services", "svc"],
    &["node", "nodes", "no"],
    &["configmap", "configmaps", "cm"],
    &["namespace", "namespaces", "ns"],
    &["event", "events", "ev"],
    &["replicaset", "replicasets", "rs"],
    &["statefulset", "statefulsets", "sts"],
    &["daemonset", "daemonsets", "ds"],
    &["endpoints", "endpoint", "ep"],
    &["endpointslice", "endpointslices"],
    &["ingress", "ingresses", "ing"],
    &["job", "jobs"],
    &["cronjob", "cronjobs", "cj"],
    &["persistentvolume", "persistentvolumes", "pv"],
    &["persistentvolumeclaim", "persistentvolumeclaims", "pvc"],
    &["secret", "secrets"],
    &["serviceaccount", "serviceaccounts", "sa"],
    &["horizontalpodautoscaler", "horizontalpodautoscalers", "hpa"],
    &["poddisruptionbudget", "poddisruptionbudgets", "pdb"],
    &["networkpolicy", "networkpolicies", "netpol"],
    &["storageclass", "storageclasses", "sc"],
    &[
        "customresourcedefinition",
        "customresourcedefinitions",
        "crd",
        "crds",
    ],
    &["runtimeclass", "runtimeclasses"],
    &["priorityclass", "priorityclasses", "pc"],
    &["resourcequota", "resourcequotas", "quota"],
    &["limitrange", "limitranges", "limits"],
    &["lease", "leases"],
];

/// The verbs that take a resource and its name apart or joined by a slash.
const BY_TYPE: &[&str] = &[
    "get",
    "describe",
    "delete",
    "edit",
    "scale",
    "patch",
    "label",
    "annotate",
    "autoscale",
    "set",
    "rollout",
    "top",
    "wait",
    "expose",
];

/// The one name of a resource, or of several joined by commas.
fn resource(word: &str) -> String {
    let one = |word: &str| {
        RESOURCES
            .iter()
            .find(|names| names.contains(&word.to_lowercase().as_str()))
            .and_then(|names| names.first())
            .map_or_else(|| word.to_owned(), |&name| name.to_owned())
    };
    word.split(',').map(one).collect::<Vec<_>>().join(",")
}

/// The words of a `kubectl` command with its resources under their one name.
pub fn normalised(words: &[String]) -> Vec<String> {
    let Some(verb) = words.first() else {
        return Vec::new();
    };
    if verb == "events" {
        // `kubectl events` shows what `kubectl get events` shows.
        return vec!["get".to_owned(), "event".to_owned()];
    }
    let is_by_type = BY_TYPE.contains(&verb.as_str());
    let mut named = vec![verb.clone()];
    // The resource stands behind the verb, for `rollout` and `set` behind their second word.
    let place = if matches!(verb.as_str(), "rollout" | "set") {
        2
    } else {
        1
    };
    for (at, word) in words.iter().enumerate().skip(1) {
        match word.split_once('/') {
            Some((kind, name)) if !kind.is_empty() && !name.is_empty() && at >= place => {
                let kind = resource(kind);
                if is_by_type {
                    named.extend([kind, name.to_owned()]);
                } else if kind == "pod" {
                    named.push(name.to_owned());
                } else {
                    named.push(format!("{kind}/{name}"));
                }
            }
            _ if at == place && is_by_type => named.push(resource(word)),
            _ => named.push(word.clone()),
        }
    }
    named
}
