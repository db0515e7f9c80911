/** How a statement looks: light or dark as the reader has it, black on white on paper. */
export const statementStyle = `
:root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --line: #c8c8c8; --faint: #595959; --warn: #8a1c00; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6e6e6; --back: #16181b; --line: #45494f; --faint: #a8adb3; --warn: #ff9b7d; }
}
body { margin: 2rem auto; padding: 0 1rem; max-width: 56rem; color: var(--text); background: var(--back);
  font: 1rem/1.45 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: .2rem 1rem; }
dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
th { overflow-wrap: normal; }
.number { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.warning { border: 2px solid var(--warn); padding: .5rem 1rem; } .warning h2 { color: var(--warn); margin-top: .5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: .5rem; }
@media print {
  :root { --text: #000; --back: #fff; --line: #888; --faint: #333; --warn: #000; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  thead { display: table-header-group; } tr, dt, dd { break-inside: avoid; } h2 { break-after: avoid; }
}
`;
