//! A self-contained HTML page: one file, no script, light and dark, fit for paper.

use std::fmt::Write as _;

const STYLE: &str = "
:root{color-scheme:light dark;--text:#1b1f24;--muted:#59636e;--page:#fff;--box:#f4f6f8;--line:#d3d9df;--good:#116329;--fair:#805500;--bad:#a40e26;--bar:#2f6db5}
@media (prefers-color-scheme:dark){:root{--text:#e3e7ec;--muted:#9aa4af;--page:#14171b;--box:#1d2127;--line:#363d46;--good:#6cc982;--fair:#e0b04c;--bad:#ff8a8a;--bar:#6ea8e8}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:2rem 1.25rem;background:var(--page);color:var(--text);font:1rem/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans','Noto Sans CJK SC',sans-serif}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.4rem 0}.muted{color:var(--muted)}.notice{background:var(--box);border-left:4px solid var(--line);padding:.5rem .75rem}
.verdict{font-size:1.35rem;font-weight:700}.good{color:var(--good)}.fair{color:var(--fair)}.bad{color:var(--bad)}
blockquote{margin:.4rem 0;padding:.4rem .75rem;background:var(--box);border-left:4px solid var(--bar);white-space:pre-wrap;overflow-wrap:anywhere}
ul,ol{padding-left:1.4rem;margin:.4rem 0}li{margin:.2rem 0}code{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;font-size:.9em;background:var(--box);padding:0 .25em}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
svg{display:block;width:100%;height:auto;max-width:40rem}svg text{fill:var(--text);font:13px system-ui,sans-serif}svg .track{fill:var(--box);stroke:var(--line)}svg .fill{fill:var(--bar)}
q{quotes:'\\201c' '\\201d'}
@media print{:root{color-scheme:light;--text:#000;--muted:#444;--page:#fff;--box:#f4f4f4;--line:#bbb;--good:#116329;--fair:#6b4700;--bad:#8a0c20;--bar:#2f6db5}body{max-width:none;padding:0;font-size:10.5pt}h2,h3{break-after:avoid}li,tr,svg{break-inside:avoid}svg .fill,svg .track,blockquote,.notice{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:18mm}}
";

/// `text` with everything that means something in HTML made harmless, in text and in attributes; characters that no page may hold
/// become the sign for what cannot be shown.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(letter),
            letter if letter.is_control() => safe.push('\u{fffd}'),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A whole page with `title`, which is escaped here, around `body`, which is HTML already.
pub fn page(title: &str, body: &str) -> String {
    let mut page = String::new();
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        escaped(title)
    );
    page
}

#[cfg(test)]
mod tests {
    use super::{escaped, page};

    #[test]
    fn nothing_a_person_wrote_can_become_markup() {
        assert_eq!(
            escaped("<b onclick='x'>&\"\u{1b}[1m"),
            "&lt;b onclick=&#39;x&#39;&gt;&amp;&quot;\u{fffd}[1m"
        );
        assert!(page("</title><script>", "").contains("&lt;/title&gt;&lt;script&gt;</title>"));
    }
}
