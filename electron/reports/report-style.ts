/** The report's style sheet: readable on screen in light and dark, and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --text: #242424; --quiet: #555; --line: #d1d1d1; --page: #fff; --block: #f5f5f5; --good: #0b6a0b; --attention: #8a3707; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f5f5f5; --quiet: #bdbdbd; --line: #525252; --page: #1f1f1f; --block: #2b2b2b; --good: #7fd37f; --attention: #f4a66a; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { font-size: 1.9rem; font-weight: 600; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; font-weight: 600; margin: 2.2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; padding: .2rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: .6rem 0; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
td { min-width: 5rem; }
td code { display: block; min-width: 13rem; }
th:first-child, td:first-child { min-width: 11rem; }
td > strong { overflow-wrap: anywhere; }
code, pre { font: 13px/1.45 Consolas, "Cascadia Mono", "DejaVu Sans Mono", monospace; }
code { white-space: pre-wrap; }
pre { background: var(--block); padding: 1rem; overflow-x: auto; white-space: pre-wrap; }
.verdict { font-size: 1.1rem; font-weight: 600; }
.good { color: var(--good); }
.attention, .removes { color: var(--attention); }
.note { color: var(--quiet); margin: .3rem 0; }
.failure { white-space: pre-line; color: var(--attention); margin: .3rem 0; }
@media print { main { padding: 0; } section { break-inside: avoid-page; } }
`;
