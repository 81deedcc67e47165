/** The style of galleries, films and zoom. Colours are the theme's where it has names for them. */
export const STYLE = `.picture, .embed { margin-inline: 0; }
.gallery.gallery { display: grid; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 1rem; padding: 0; margin-block: 1.75rem; list-style: none; }
.gallery.gallery > * { margin: 0; padding: 0; }
.gallery.gallery > :not(figure, li) { grid-column: 1 / -1; }
.gallery > li::before, .gallery > li::marker { content: none; }
.gallery p { margin: 0; }
.gallery img { width: 100%; height: auto; aspect-ratio: 4 / 3; object-fit: cover; }
.zoom { display: inline-block; max-width: 100%; padding: 0; border: 0; background: none; color: inherit; font: inherit; text-align: inherit; vertical-align: middle; cursor: zoom-in; }
.gallery .zoom { display: block; width: 100%; }
.zoomed { box-sizing: border-box; width: 100vw; max-width: 100vw; height: 100vh; height: 100dvh; max-height: 100dvh; padding: 3.5rem 1rem 1rem; border: 0; background: var(--ground, Canvas); color: var(--text, CanvasText); text-align: center; }
.zoomed::backdrop { background: rgb(0 0 0 / 0.7); }
.zoomed[open] { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 0.75rem; }
.zoomed img { max-width: 100%; max-height: calc(100dvh - 9rem); width: auto; height: auto; object-fit: contain; cursor: zoom-out; }
.zoomed figcaption { margin: 0; max-width: 44rem; }
.zoomed-close { position: absolute; top: 0.75rem; inset-inline-end: 1rem; min-height: 2.25rem; padding: 0.3rem 0.9rem; border: 1px solid currentcolor; border-radius: 3px; background: none; color: inherit; font: inherit; cursor: pointer; }
.embed { margin-block: 1.75rem; }
.embed-play, .embed-frame { position: relative; display: block; box-sizing: border-box; width: 100%; height: auto; aspect-ratio: 16 / 9; border: 0; overflow: hidden; background: var(--raised, #222); }
.embed-4-3 :is(.embed-play, .embed-frame) { aspect-ratio: 4 / 3; }
.embed-1-1 :is(.embed-play, .embed-frame) { aspect-ratio: 1; }
.embed-9-16 :is(.embed-play, .embed-frame) { aspect-ratio: 9 / 16; max-width: 24rem; }
.embed-21-9 :is(.embed-play, .embed-frame) { aspect-ratio: 21 / 9; }
.embed-play img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
.embed-title { position: absolute; inset-inline: 0; inset-block-end: 0; padding: 0.75rem 1rem; background: rgb(0 0 0 / 0.78); color: #fff; font-weight: 600; }
.embed-title::before { content: "▶" / ""; margin-inline-end: 0.6em; }
.embed-note { margin-top: 0.5rem; font-size: 0.9rem; }
@media print {
  .zoomed { display: none; }
  .embed-play { aspect-ratio: auto; background: none; }
  .embed-title { position: static; background: none; color: inherit; }
}
`
