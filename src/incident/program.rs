//! What is known of the flags of usual programs: which take a value, which mean the same, which only
//! change how the output looks, and which ask for something else altogether.

/// The flags of a program, by their short or only name without hyphens.
#[derive(Debug)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    /// Flags that take a value, blank-separated.
    pub valued: &'static str,
    /// `long=short` pairs, blank-separated.
    pub same: &'static str,
    /// Flags that change only how much is shown or how.
    pub looks: &'static str,
    /// Flags without which another thing is shown; one that is not asked for does not fit.
    pub telling: &'static str,
}

const fn program(
    name: &'static str,
    valued: &'static str,
    same: &'static str,
    looks: &'static str,
    telling: &'static str,
) -> Program {
    Program {
        name,
        valued,
        same,
        looks,
        telling,
    }
}

/// Programs whose flags matter for what is meant.
const PROGRAMS: &[Program] = &[
    program(
        "kubectl",
        "n o l L c f context tail since since-time sort-by field-selector replicas timeout image kubeconfig cluster user type patch grace-period \
         as revision to-revision s template port cpu-percent min max",
        "namespace=n output=o selector=l label-columns=L container=c all-namespaces=A previous=p follow=f filename=f watch=w stdin=i tty=t server=s",
        "L tail since since-time sort-by timeout context kubeconfig cluster user w i t it ti follow timestamps no-headers show-labels \
         request-timeout limit-bytes all-containers prefix as ignore-not-found wait now",
        "p raw dry-run",
    ),
    program(
        "journalctl",
        "u n S U p o g t b",
        "unit=u lines=n since=S until=U priority=p output=o grep=g identifier=t dmesg=k boot=b follow=f reverse=r pager-end=e catalog=x",
        "n S U p o g f r e x b no-pager no-hostname a q utc no-tail",
        "k",
    ),
    program(
        "dmesg",
        "l f s",
        "ctime=T human=H level=l facility=f follow=w kernel=k",
        "T H L w e l f t d x k color nopager",
        "C c",
    ),
    program(
        "df",
        "t x output",
        "human-readable=h inodes=i print-type=T all=a total=total type=t",
        "h H T a k m t x total P B",
        "i",
    ),
    program(
        "du",
        "d max-depth",
        "summarize=s human-readable=h max-depth=d",
        "h s d a x c k m apparent-size",
        "inodes",
    ),
    program(
        "ls",
        "",
        "all=a human-readable=h",
        "a A h F color t r S 1 l",
        "i n Z d",
    ),
    program(
        "stat",
        "c f printf",
        "format=c printf=c",
        "c L printf t",
        "f",
    ),
    program(
        "find",
        "name iname path ipath regex type size mtime mmin ctime cmin atime amin maxdepth mindepth newer user group links lname perm printf fprintf \
         inum samefile",
        "",
        "xdev mount maxdepth mindepth type printf print ls noleaf L H P",
        "delete exec execdir ok okdir print0",
    ),
    program("ps", "o p C u sort", "format=o context=Z", "", "Z"),
    program("top", "n d p u o", "", "n d b c H i o w", ""),
    program("free", "s c", "human=h", "h m g k s c w t b", ""),
    program(
        "ss",
        "",
        "summary=s tcp=t udp=u listening=l numeric=n processes=p all=a info=i options=o",
        "n p o e m H r t a",
        "s",
    ),
    program("netstat", "", "", "n p t a e", "s r i"),
    program(
        "conntrack",
        "p s d f",
        "dump=L stats=S count=C flush=F delete=D",
        "o p s d n",
        "L S C F D E",
    ),
    program("sysctl", "", "", "n e", "a w p"),
    program(
        "systemctl",
        "",
        "",
        "l full no-pager n q all a plain",
        "failed",
    ),
    program("lsof", "p u i c", "", "n P w l b", ""),
    program(
        "findmnt",
        "o t T",
        "types=t output=o target=T",
        "o n l r u notruncate a J A D",
        "",
    ),
    program("mount", "t o", "types=t options=o", "", "bind o"),
    program(
        "crictl",
        "r o n i t name state label image pod",
        "output=o all=a runtime-endpoint=r image-endpoint=i timeout=t last=n latest=l quiet=q",
        "o r i t a n l q no-trunc name state label image pod",
        "",
    ),
    program(
        "ctr",
        "n a address snapshotter",
        "namespace=n address=a",
        "a address",
        "",
    ),
    program(
        "docker",
        "f n since tail",
        "filter=f all=a follow=f",
        "a since tail n no-trunc t details",
        "",
    ),
    program("ssh", "i p l o F J", "", "", ""),
    program("getsubids", "", "", "", "g"),
    program("namei", "", "long=l owners=o modes=m", "l o m x v", ""),
    program(
        "aws",
        "region profile output query",
        "",
        "region profile output query no-cli-pager",
        "",
    ),
    program(
        "curl",
        "H X d o w m u A max-time connect-timeout retry resolve cacert cert key request data header",
        "request=X data=d header=H silent=s head=I insecure=k verbose=v include=i",
        "s S v k o w m f L i max-time connect-timeout retry H",
        "X I d",
    ),
    program("dig", "p", "", "short noall answer", "x"),
    program(
        "psql",
        "U h d p c f",
        "command=c username=U host=h dbname=d port=p",
        "U h d p x A t q X",
        "",
    ),
    program(
        "mysql",
        "u h D P e",
        "execute=e user=u host=h",
        "u h D P p t s",
        "",
    ),
    program("vmstat", "", "", "w t S", ""),
    program("iostat", "", "", "x z t y m k d c h", ""),
    program("mpstat", "P", "", "P", ""),
    program("pidstat", "p", "", "p", "d w"),
    program("sar", "f s e", "", "f s e", ""),
    program("openssl", "connect in servername", "", "noout", ""),
    program("ausearch", "m ts", "message=m start=ts", "ts i", ""),
    program("aa-status", "", "", "", ""),
    program("ethtool", "", "statistics=S", "", "S k i g l c"),
    program("ip", "n", "", "br brief s d c color o 4", ""),
    program(
        "etcdctl",
        "endpoints cacert cert key w",
        "write-out=w",
        "endpoints cacert cert key w cluster",
        "",
    ),
    program("uname", "", "kernel-release=r all=a", "r a s m v n", ""),
    program("helm", "n", "namespace=n", "", ""),
    program("tail", "n c", "lines=n bytes=c follow=f", "", ""),
    program("head", "n c", "lines=n bytes=c", "", ""),
    program(
        "grep",
        "A B C e m f",
        "ignore-case=i invert-match=v extended-regexp=E count=c after-context=A before-context=B context=C fixed-strings=F line-number=n only-matching=o word-regexp=w recursive=r perl-regexp=P max-count=m regexp=e no-filename=h",
        "",
        "",
    ),
    program(
        "sort",
        "k t",
        "numeric-sort=n reverse=r key=k unique=u human-numeric-sort=h field-separator=t",
        "",
        "",
    ),
    program("cut", "d f c", "delimiter=d fields=f characters=c", "", ""),
    program("awk", "F v f", "", "", ""),
    program("uniq", "f", "count=c repeated=d", "", ""),
    program("wc", "", "lines=l words=w bytes=c", "", ""),
    program("jq", "arg", "raw-output=r compact-output=c slurp=s", "", ""),
];

/// Nothing is known of its flags.
const UNKNOWN: Program = program("", "", "", "", "");

/// Programs that a shell would find though an incident has nothing recorded for them.
const USUAL: &str = "cat ls less more head tail grep egrep zgrep sed awk cut sort uniq wc tr xargs find tee echo printf date uptime w who \
    hostname id env printenv history clear man which whereis top htop atop ps pgrep pkill kill killall nice renice strace ltrace gdb perf bpftrace \
    trace-cmd lsof fuser free vmstat iostat mpstat pidstat sar iotop nload iftop dstat df du mount umount findmnt lsblk blkid fdisk smartctl nvme fio \
    dmesg journalctl systemctl service loginctl ip ifconfig route ss netstat ping traceroute mtr dig nslookup host curl wget nc ncat telnet tcpdump tshark \
    ethtool conntrack iptables nft ipvsadm bridge tc openssl ssh scp rsync kubectl helm kustomize crictl ctr nerdctl docker podman containerd runc etcdctl \
    aws gcloud az terraform ansible git make go java jstack jmap jcmd python python3 node psql pg_dump pg_ctl pgbench mysql mysqladmin redis-cli mongosh \
    kafka-topics kafka-consumer-groups sysctl modprobe lsmod modinfo uname lscpu numactl getconf ulimit prlimit stat file readlink namei getfacl setfacl \
    chmod chown chgrp chattr lsattr getenforce setenforce ausearch aa-status auditctl getsubids newuidmap unshare nsenter cgget systemd-cgtop systemd-cgls \
    reboot shutdown poweroff rm mv cp mkdir rmdir ln touch truncate dd sync tar gzip zcat xz chronyc timedatectl hwclock ntpq crontab at logger jq yq base64 md5sum \
    sha256sum diff cmp comm watch timeout sleep time xxd od hexdump strings ldd nm objdump crash kdump sosreport ipmitool dmidecode lspci lsusb turbostat haproxy nginx \
    varnishstat consul vault nomad istioctl linkerd cilium calicoctl velero argocd flux kubeadm kubelet promtool amtool logcli export cd pwd sudo su bash sh zsh test true false";

impl Program {
    /// What is known of the program called `name`.
    pub fn of(name: &str) -> &'static Self {
        PROGRAMS
            .iter()
            .find(|program| program.name == name)
            .unwrap_or(&UNKNOWN)
    }

    /// Whether a shell would find `name`.
    pub fn is_usual(name: &str) -> bool {
        has(USUAL, name) || PROGRAMS.iter().any(|program| program.name == name)
    }

    /// The short name of a flag.
    pub fn short<'n>(&self, flag: &'n str) -> &'n str
    where
        'static: 'n,
    {
        self.same
            .split(' ')
            .find_map(|pair| pair.strip_prefix(flag)?.strip_prefix('='))
            .unwrap_or(flag)
    }

    /// Whether anything is known of the flag.
    pub fn knows(&self, flag: &str) -> bool {
        let is_long = self.same.split(' ').any(|pair| pair.starts_with(flag));
        is_long || self.takes_value(flag) || self.is_look(flag) || self.is_telling(flag)
    }

    /// Whether the flag takes a value.
    pub fn takes_value(&self, flag: &str) -> bool {
        has(self.valued, flag)
    }

    /// Whether the flag changes only how the output looks.
    pub fn is_look(&self, flag: &str) -> bool {
        has(self.looks, flag)
    }

    /// Whether the flag asks for another thing.
    pub fn is_telling(&self, flag: &str) -> bool {
        has(self.telling, flag)
    }
}

fn has(words: &str, word: &str) -> bool {
    !word.is_empty() && words.split_ascii_whitespace().any(|each| each == word)
}
