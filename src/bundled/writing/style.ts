/** How callouts, tabs, steps and cards look, in the colours of the theme where it names them as `whirl` does. */
export const STYLE = `.callout {
  --kind: light-dark(#0a57b8, #7cc4ff);
  margin-block: 1.4rem;
  margin-inline: 0;
  padding: 0.85rem 1.1rem;
  border: 1px solid var(--line, #8886);
  border-inline-start: 4px solid var(--kind);
  border-radius: 4px;
  background: var(--raised, #8881);
}
.callout-tip {
  --kind: light-dark(#1a6b2a, #7ddc8a);
}
.callout-important {
  --kind: light-dark(#6a32c0, #c8a6ff);
}
.callout-warning {
  --kind: light-dark(#855000, #ffc857);
}
.callout-caution {
  --kind: light-dark(#b3122d, #ff9aa5);
}
.callout > * {
  margin-block: 0.7rem 0;
}
.callout > .callout-title {
  display: flex;
  align-items: baseline;
  margin-block: 0 -0.35rem;
  color: var(--kind);
  gap: 0.55em;
  line-height: 1.4;
}
.callout-title > strong {
  min-width: 0;
  overflow-wrap: anywhere;
}
.callout-title::before {
  display: inline-block;
  width: 1.35em;
  flex: none;
  border: 1.5px solid currentcolor;
  border-radius: 50%;
  content: "i" / "";
  font: 700 0.8em/1.3 var(--mono, monospace);
  text-align: center;
}
.callout-tip > .callout-title::before {
  content: "+" / "";
}
.callout-important > .callout-title::before {
  border-radius: 3px;
  content: "!" / "";
}
.callout-warning > .callout-title::before {
  border-radius: 50% 50% 3px 3px;
  content: "!" / "";
}
.callout-caution > .callout-title::before {
  border-radius: 3px;
  content: "\\d7" / "";
}
.tabs {
  margin-block: 1.4rem;
}
.tab {
  padding-block: 0.9rem 0.2rem;
}
.tab > :last-child {
  margin-bottom: 0;
}
.tab-list {
  display: flex;
  overflow-x: auto;
  border-bottom: 1px solid var(--line, #8886);
  gap: 0.25rem;
}
.tab-list button {
  padding: 0.45rem 0.85rem;
  border: 0;
  border-bottom: 3px solid transparent;
  background: none;
  color: inherit;
  cursor: pointer;
  font: inherit;
  white-space: nowrap;
}
.tab-list [aria-selected="true"] {
  border-bottom-color: var(--accent, currentcolor);
  font-weight: 600;
}
.tab-list button:focus-visible {
  outline-offset: -3px;
}
ol.steps {
  padding: 0;
  counter-reset: steps;
  list-style: none;
}
ol.steps > li {
  position: relative;
  min-height: 2.2rem;
  margin: 0;
  padding-block: 0.15rem 1.1rem;
  padding-inline-start: 3rem;
  counter-increment: steps;
}
ol.steps > li::before {
  position: absolute;
  inset-block-start: 0;
  inset-inline-start: 0;
  width: 2rem;
  border: 1px solid var(--accent, currentcolor);
  border-radius: 50%;
  content: counter(steps);
  font: 400 0.875rem/2rem var(--mono, monospace);
  text-align: center;
}
ol.steps > li:not(:last-child)::after {
  position: absolute;
  inset-block: 2.4rem 0.3rem;
  inset-inline-start: 1rem;
  border-inline-start: 1px solid var(--line, #8886);
  content: "";
}
ul.cards,
.cards > ul {
  display: grid;
  padding: 0;
  gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
  list-style: none;
}
ul.cards > li,
.cards > ul > li {
  margin: 0;
  padding: 1rem 1.1rem;
  border: 1px solid var(--line, #8886);
  border-radius: 6px;
}
.cards li > :last-child {
  margin-bottom: 0;
}
@media (forced-colors: active) {
  .tab-list [aria-selected="true"] {
    border-bottom-color: Highlight;
  }
}
@media print {
  .tab-list {
    display: none;
  }
  .tab[hidden],
  .tab-label[hidden] {
    display: block !important;
  }
  .callout,
  .cards li {
    background: none;
    break-inside: avoid;
  }
}
`
