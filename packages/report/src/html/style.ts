/** The look of a report page. Colours of the bands differ in lightness too, so that they survive print and colour blindness. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1c2430;--quiet:#5a6675;--paper:#fff;--line:#d9dee5;--soft:#f4f6f9;--accent:#1f5fbf;--critical:#9b1c31;--high:#c4570c;--medium:#9a7a00;--low:#3f6f52;--on:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e8ee;--quiet:#9aa5b4;--paper:#14181e;--line:#323a46;--soft:#1c222b;--accent:#82b1ff;--critical:#f0788a;--high:#f2a25c;--medium:#dcc25a;--low:#84c29b;--on:#14181e}}
*{box-sizing:border-box}
body{margin:0;overflow-wrap:break-word;background:var(--paper);color:var(--ink);font:16px/1.55 "Source Sans 3","Segoe UI",system-ui,-apple-system,"Liberation Sans",sans-serif}
main{max-width:62rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;margin:3rem 0 1rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1.15rem;margin:2.25rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .35rem;color:var(--quiet)}
p,ul,ol{max-width:46rem}
a{color:var(--accent)}
code,pre{font-family:"Source Code Pro",ui-monospace,"Liberation Mono",monospace;font-size:.9em}
blockquote{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid var(--accent);background:var(--soft)}
.scroll{display:block;overflow-x:auto;margin:1rem 0}
@media screen{.figure.dfd{min-width:42rem}}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.4}
th,td{padding:.4rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--quiet);font-weight:600;border-bottom:2px solid var(--line)}
td[align=right],th[align=right]{text-align:right;font-variant-numeric:tabular-nums}
td.band{font-weight:650;white-space:nowrap}
td.critical{color:var(--critical)}td.high{color:var(--high)}td.medium{color:var(--medium)}td.low{color:var(--low)}
.figure{display:block;width:100%;height:auto;margin:1rem 0}
.figure.stride{max-width:44rem}.figure.matrix{max-width:30rem}
.figure text{font-family:inherit;font-size:14px;fill:var(--ink)}
.figure .tick,.figure .axis{fill:var(--quiet);font-size:13px}
.bar.critical,.cell.critical,.badge.critical{fill:var(--critical)}.bar.high,.cell.high,.badge.high{fill:var(--high)}.bar.medium,.cell.medium,.badge.medium{fill:var(--medium)}.bar.low,.cell.low,.badge.low{fill:var(--low)}
.bar.faint{opacity:.3}.cell.empty{opacity:.14}
.grid{stroke:var(--line);stroke-dasharray:2 3}
.figure .count,.figure .badge-text{fill:var(--on);font-weight:700}
.figure .badge-text{font-size:11px}
.boundary{fill:none;stroke:var(--quiet);stroke-dasharray:6 4}
.figure .boundary-text{fill:var(--quiet);font-size:12px;font-weight:600}
.flow{fill:none;stroke:var(--quiet);stroke-width:1.2;opacity:.75}.arrow-head{fill:var(--quiet)}
.flow-ground{fill:var(--paper)}.figure .flow-text{fill:var(--quiet);font-size:9.5px}
.ground{fill:var(--soft)}.node{stroke:var(--quiet);stroke-width:1.6}.node.fill{fill:var(--soft)}
.node.critical{stroke:var(--critical)}.node.high{stroke:var(--high)}.node.medium{stroke:var(--medium)}.node.low{stroke:var(--low)}
.figure .node-text{font-size:13px}
@media print{:root{--paper:#fff;--ink:#000;--soft:#f4f4f4;--on:#fff}body{font-size:9pt;line-height:1.4}table{font-size:8pt}th,td{padding:.15rem .4rem}p,ul,ol{max-width:none}main{max-width:none;padding:0}h1{font-size:16pt}.figure.stride{max-width:24rem}.figure.matrix{max-width:20rem}h2{break-before:page}h1+*~h2:first-of-type{break-before:auto}h3,h4{break-after:avoid}tr,.figure{break-inside:avoid}thead{display:table-header-group}a{color:inherit}.scroll{overflow:visible}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`.trim();
