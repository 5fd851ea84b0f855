// SPDX-License-Identifier: Apache-2.0

/// The one style sheet of all pages, within the page.
///
/// One column, one accent, and system fonts. Nothing is told by colour alone: inserted words are underlined
/// and deleted ones struck, marks are words, lines of charts differ in form.
enum StyleSheet {
  static let text: StaticString = """

    :root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1f2023;--faint:#5c5f66;--rule:#d9d6cf;--wash:#f3f0ea;\
    --accent:#9d2235;--on-accent:#fff}
    @media (prefers-color-scheme:dark){:root{--paper:#17181b;--ink:#e6e4df;--faint:#a3a5aa;--rule:#3a3c41;\
    --wash:#212327;--accent:#f0918f;--on-accent:#17181b}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.75 system-ui,-apple-system,"PingFang SC",\
    "Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;\
    overflow-wrap:anywhere}
    main,body>footer{max-width:46rem;margin:0 auto;padding:0 20px}
    header{padding:56px 0 8px}
    .kicker{margin:0;color:var(--accent);font-size:14px;letter-spacing:.08em}
    h1{margin:10px 0 18px;font-size:30px;line-height:1.4;text-wrap:pretty}
    h2{margin:64px 0 14px;padding-top:14px;border-top:2px solid var(--ink);font-size:21px;line-height:1.45}
    h3{margin:36px 0 8px;font-size:17px}
    p{margin:0 0 12px}
    .lead{color:var(--faint);margin:0 0 6px}
    .warning{margin:18px 0 0;padding:10px 16px;border-left:4px solid var(--accent);background:var(--wash)}
    small{font-size:14px;color:var(--faint)}
    a{color:var(--accent);text-underline-offset:3px}
    sup{line-height:0;font-size:12px}
    sup a{text-decoration:none}
    .mark{color:var(--accent);font-weight:600;white-space:nowrap}
    ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:4px;\
    text-decoration-color:var(--accent);font-weight:600}
    del{color:var(--faint);text-decoration:line-through}
    dl.rows{margin:0 0 16px}
    .rows>div{display:grid;grid-template-columns:5.2em 1fr;column-gap:12px;padding:9px 0;\
    border-bottom:1px solid var(--rule)}
    .rows>div:first-child{border-top:1px solid var(--rule)}
    dt{grid-column:1;color:var(--accent);font-weight:600}
    dd{grid-column:2;margin:0}
    dd+dd{margin-top:5px}
    ul.rows{margin:0 0 16px;padding:0;list-style:none;border-top:1px solid var(--rule)}
    ul.rows li{padding:7px 0;border-bottom:1px solid var(--rule)}
    .frame{margin:0 0 20px;overflow-x:auto}
    .frame:focus-visible{outline:2px solid var(--accent);outline-offset:4px}
    table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.55}
    caption{text-align:left;color:var(--faint);font-size:14px;padding:0 0 8px}
    th,td{padding:9px 14px 9px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
    thead th{color:var(--faint);font-weight:400;font-size:14px;border-bottom:1px solid var(--ink);\
    vertical-align:bottom}
    tbody th{font-weight:400}
    time{white-space:nowrap}
    th:last-child,td:last-child{padding-right:0}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    [tabindex] td,[tabindex] th{white-space:nowrap;overflow-wrap:normal}
    [tabindex] tbody th{min-width:9em;max-width:15em;white-space:normal}
    .plot{display:block;width:112px;height:34px}
    .plot+small{display:block;width:112px;font-size:12px;text-align:center;line-height:1.2}
    .plot line{stroke:var(--ink);stroke-width:1.4}
    .plot .result{fill:var(--ink)}
    .plot .target{fill:none;stroke:var(--accent);stroke-width:1.5}
    .bar{display:flex;align-items:center;gap:10px}
    .length{flex:none;width:100px;height:10px;fill:var(--accent)}
    figure{margin:0 0 24px}
    .chart{display:block;width:100%;height:auto}
    .chart.narrow{display:none}
    .chart text{fill:var(--ink)}
    .chart .head{fill:var(--faint)}
    .chart .mark{fill:var(--accent);font-weight:600}
    .chart .rank{font-variant-numeric:tabular-nums}
    .tie{fill:none;stroke:var(--faint);stroke-width:1.3}
    .tie.moved{stroke:var(--accent);stroke-width:3}
    .tie.joined{stroke:var(--accent);stroke-width:2;stroke-dasharray:9 5}
    .tie.partial{stroke-width:1.8;stroke-dasharray:2 5;stroke-linecap:round}
    .node{fill:var(--paper);stroke:var(--faint);stroke-width:1.3}
    .node.new{fill:var(--accent);stroke:var(--accent)}
    .rank.new{fill:var(--on-accent)}
    .node.gone{stroke:var(--accent);stroke-width:1.8;stroke-dasharray:3 3}
    figcaption{color:var(--faint);font-size:14px;margin-top:6px}
    .finding{padding:16px 0 10px;border-bottom:1px solid var(--rule)}
    .finding:target,.notes li:target{background:var(--wash);outline:8px solid var(--wash)}
    blockquote{margin:8px 0 10px;padding:0 0 0 14px;border-left:2px solid var(--rule);font-size:15px;line-height:1.7}
    blockquote p{margin:0}
    .side{color:var(--faint);margin-right:10px}
    blockquote footer{color:var(--faint);font-size:13px}
    .notes{margin:0;padding-left:1.8em;font-size:15px}
    .notes li{margin-bottom:10px}
    body>footer{padding-top:36px;padding-bottom:56px;color:var(--faint);font-size:14px}
    @media (max-width:600px){
    body{font-size:16px}
    header{padding-top:32px}
    h1{font-size:23px}
    h2{margin-top:48px;font-size:19px}
    .chart.wide{display:none}
    .chart.narrow{display:block}
    .rows>div{grid-template-columns:1fr}
    dd{grid-column:1}
    table{font-size:14px}
    th,td{padding-right:10px}
    .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .cards,.cards tbody,.cards caption{display:block}
    .cards tr{display:flex;flex-wrap:wrap;gap:2px 16px;padding:10px 0;border-bottom:1px solid var(--rule)}
    .cards th,.cards td{border:0;padding:0}
    .cards th{flex:0 0 100%;font-size:16px}
    .cards td:empty{display:none}
    .cards td::before{content:attr(data-label) " ";color:var(--faint);font-size:12px}
    .cards td:has(.plot){flex:0 0 100%}
    .cards td:has(.plot)::before{content:none}
    .plot+small{text-align:center}
    .length{width:56px}
    }
    @media print{
    :root{--paper:#fff;--ink:#000;--faint:#444;--rule:#bbb;--wash:#fff;--accent:#7a1526;--on-accent:#fff}
    body{font-size:10.5pt;line-height:1.6}
    main,body>footer{max-width:none;padding:0}
    header{padding-top:0}
    h1{font-size:18pt}
    h2{margin-top:28pt;font-size:13pt;break-after:avoid}
    h3{break-after:avoid}
    tr,.finding,.rows>div,figure{break-inside:avoid}
    .frame{overflow:visible}
    .chart.wide{display:block}
    .chart.narrow{display:none}
    .notes a[href^=http]{color:inherit}
    }

    """
}
