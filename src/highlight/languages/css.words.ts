/** The words Rouge knows in style sheets, shared by CSS, SCSS and Sass. */

const COMMON_PROPERTIES = `
  align-content align-items align-self alignment-adjust alignment-baseline all anchor-point animation
  animation-delay animation-direction animation-duration animation-fill-mode animation-iteration-count
  animation-name animation-play-state animation-timing-function appearance azimuth backface-visibility
  background background-attachment background-clip background-color background-image background-origin
  background-position background-repeat background-size baseline-shift binding bleed bookmark-label
  bookmark-level bookmark-state bookmark-target border border-bottom border-bottom-color
  border-bottom-left-radius border-bottom-right-radius border-bottom-style border-bottom-width
  border-collapse border-color border-image border-image-outset border-image-repeat border-image-slice
  border-image-source border-image-width border-left border-left-color border-left-style border-left-width
  border-radius border-right border-right-color border-right-style border-right-width border-spacing
  border-style border-top border-top-color border-top-left-radius border-top-right-radius border-top-style
  border-top-width border-width bottom box-align box-decoration-break box-direction box-flex
  box-flex-group box-lines box-ordinal-group box-orient box-pack box-shadow box-sizing break-after
  break-before break-inside caption-side clear clip clip-path clip-rule color color-profile column-count
  column-fill column-gap column-rule column-rule-color column-rule-style column-rule-width column-span
  column-width columns content counter-increment counter-reset crop cue cue-after cue-before cursor
  direction display dominant-baseline drop-initial-after-adjust drop-initial-after-align
  drop-initial-before-adjust drop-initial-before-align drop-initial-size drop-initial-value elevation
  empty-cells filter fit fit-position flex flex-basis flex-direction flex-flow flex-grow flex-shrink
  flex-wrap float float-offset font font-family font-feature-settings font-kerning font-language-override
  font-size font-size-adjust font-stretch font-style font-synthesis font-variant font-variant-alternates
  font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
  font-variant-position font-weight grid-column grid-row grid-template hanging-punctuation height
  hyphenate-after hyphenate-before hyphenate-character hyphenate-lines hyphenate-resource hyphens icon
  image-orientation image-rendering image-resolution ime-mode inline-box-align justify-content left
  letter-spacing line-break line-height line-stacking line-stacking-ruby line-stacking-shift
  line-stacking-strategy list-style list-style-image list-style-position list-style-type margin
  margin-bottom margin-left margin-right margin-top mark mark-after mark-before marker-offset marks
  marquee-direction marquee-loop marquee-play-count marquee-speed marquee-style mask max-height max-width
  min-height min-width move-to nav-down nav-index nav-left nav-right nav-up object-fit object-position
  opacity order orphans outline outline-color outline-offset outline-style outline-width overflow
  overflow-style overflow-wrap overflow-x overflow-y padding padding-bottom padding-left padding-right
  padding-top page page-break-after page-break-before page-break-inside page-policy pause pause-after
  pause-before perspective perspective-origin phonemes pitch pitch-range play-during pointer-events
  position presentation-level punctuation-trim quotes rendering-intent resize rest rest-after rest-before
  richness right rotation rotation-point ruby-align ruby-overhang ruby-position ruby-span size speak
  speak-as speak-header speak-numeral speak-punctuation speech-rate src stress string-set tab-size
  table-layout target target-name target-new target-position text-align text-align-last
  text-combine-horizontal text-decoration text-decoration-color text-decoration-line text-decoration-skip
  text-decoration-style text-emphasis text-emphasis-color text-emphasis-position text-emphasis-style
  text-height text-indent text-justify text-orientation text-outline text-overflow text-rendering
  text-shadow text-space-collapse text-transform text-underline-position text-wrap top transform
  transform-origin transform-style transition transition-delay transition-duration transition-property
  transition-timing-function unicode-bidi vertical-align visibility voice-balance voice-duration
  voice-family voice-pitch voice-pitch-range voice-range voice-rate voice-stress voice-volume volume
  white-space widows width word-break word-spacing word-wrap writing-mode z-index
`

/** Properties; all others are `py`, but those with a vendor's prefix are known too. */
export const PROPERTIES = `${COMMON_PROPERTIES}
  grid-cell grid-column-align grid-column-sizing grid-column-span grid-columns grid-flow grid-row-align
  grid-row-sizing grid-row-span grid-rows
`

/** Properties since 4.7. */
export const LATER_PROPERTIES = `${COMMON_PROPERTIES}
  additive-symbols animation-composition aspect-ratio background-blend-mode container container-name
  container-type counter-set fallback font-display gap grid-area grid-auto-columns grid-auto-flow
  grid-auto-rows grid-column-end grid-column-start grid-row-end grid-row-start grid-template-areas
  grid-template-columns grid-template-rows initial-value inset isolation justify-items justify-self
  mask-clip mask-composite mask-image mask-mode mask-origin mask-position mask-repeat mask-size mask-type
  mix-blend-mode negative offset offset-anchor offset-distance offset-path offset-position offset-rotate
  pad place-content place-items place-self prefix range rotate row-gap scale scroll-behavior scroll-margin
  scroll-margin-block scroll-margin-block-end scroll-margin-block-start scroll-margin-bottom
  scroll-margin-inline scroll-margin-inline-end scroll-margin-inline-start scroll-margin-left
  scroll-margin-right scroll-margin-top scroll-padding scroll-padding-block scroll-padding-block-end
  scroll-padding-block-start scroll-padding-bottom scroll-padding-inline scroll-padding-inline-end
  scroll-padding-inline-start scroll-padding-left scroll-padding-right scroll-padding-top
  scroll-snap-align scroll-snap-stop scroll-snap-type shape-image-threshold shape-margin shape-outside
  shape-rendering suffix symbols syntax system translate
`

const COMMON_VALUES = `
  absolute always armenian auto avoid baseline behind below bidi-override blink block bold bolder both
  bottom capitalize center center-left center-right circle cjk-ideographic close-quote crop cross
  crosshair cursive dashed decimal decimal-leading-zero default digits disc dotted double e-resize embed
  expanded extra-condensed extra-expanded fantasy far-left far-right fast faster fixed georgian groove
  hebrew help hidden hide high higher hiragana hiragana-iroha icon inherit inline inline-table inset
  inside italic justify katakana katakana-iroha landscape large larger left left-side leftwards level
  lighter line-through list-item loud low lower lower-alpha lower-greek lower-roman lowercase ltr medium
  message-box middle mix monospace n-resize narrower ne-resize no-close-quote no-open-quote no-repeat none
  normal nowrap nw-resize oblique once open-quote outset outside overline pointer portrait px relative
  repeat-x repeat-y ridge right right-side rightwards s-resize sans-serif scroll se-resize semi-condensed
  semi-expanded separate serif show silent slow slower small-caps small-caption smaller soft solid
  spell-out square static status-bar super sw-resize table-caption table-cell table-column
  table-column-group table-footer-group table-header-group table-row table-row-group text text-bottom
  text-top thick thin top transparent ultra-condensed ultra-expanded underline upper-alpha upper-latin
  upper-roman uppercase visible w-resize wait wider x-fast x-high x-large x-loud x-low x-small x-soft
  xx-large xx-small above aural collapse continuous condensed
`

/** Values with a meaning of their own. */
export const VALUES = `${COMMON_VALUES} invert repeat rgb url`

/** Values since 4.7. */
export const LATER_VALUES = `${COMMON_VALUES}
  accumulate add additive all alpha alphabetic alternate alternate-reverse auto-fill auto-fit backwards
  balance border-box break-spaces closest-corner closest-side color color-burn color-dodge column
  column-reverse contain content content-box cover cyclic darken difference ease ease-in ease-in-out
  ease-out end exclude exclusion extends farthest-corner farthest-side fill flat flex flex-end flex-start
  forwards grid hard-light horizontal hue infinite inline-block inline-flex inline-grid inline-size
  intersect isolate lighten linear luminance luminosity mandatory match-source multiply numeric overlay
  paused pre pre-line pre-wrap preserve-3d proximity replace reverse row row-reverse rtl running
  saturation scale-down screen size smooth soft-light space-around space-between space-evenly span start
  sticky stretch sub subtract swap symbolic table vertical wrap wrap-reverse x y z
`

/** Functions, known since 4.7. */
export const FUNCTIONS = `
  abs acos annotation asin atan2 attr blur brightness calc character-variant clamp color-mix
  conic-gradient contrast cos counter counters cubic-bezier drop-shadow ellipse env exp fit-content format
  grayscale hsl hsla hue-rotate hwb hypot image-set invert lab lch linear-gradient log matrix matrix3d max
  min minmax oklab oklch opacity ornaments path perspective polygon pow radial-gradient rect rem repeat
  repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb rgba rotate rotate3d
  rotatex rotatey rotatez round saturate scale scale3d scalex scaley scalez sepia sign sin skewx skewy
  sqrt steps styleset stylistic swash translate translate3d translatex translatey translatez url var xywh
`

/** Names of colours. */
export const COLORS = `
  aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
  burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
  darkgoldenrod darkgray darkgreen darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred
  darksalmon darkseagreen darkslateblue darkslategray darkturquoise darkviolet deeppink deepskyblue dimgray
  dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green
  greenyellow honeydew hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
  lightblue lightcoral lightcyan lightgoldenrodyellow lightgrey lightgreen lightpink lightsalmon
  lightseagreen lightskyblue lightslategray lightsteelblue lightyellow lime limegreen linen magenta maroon
  mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen
  mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
  olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff
  peru pink plum powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell
  sienna silver skyblue slateblue slategray snow springgreen steelblue tan teal thistle tomato turquoise
  violet wheat white whitesmoke yellow yellowgreen
`

/** Names of colours since 5.1. */
export const LATER_COLORS = `${COLORS} rebeccapurple`
