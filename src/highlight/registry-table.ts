// Written by tools/rouge/registry.mjs from the files of languages/.
import type { VersionedLanguage } from './language.ts'
import { apache } from './languages/apache.ts'
import { applescript } from './languages/applescript.ts'
import { awk } from './languages/awk.ts'
import { batchfile } from './languages/batchfile.ts'
import { bibtex } from './languages/bibtex.ts'
import { bicep } from './languages/bicep.ts'
import { bpf } from './languages/bpf.ts'
import { c } from './languages/c.ts'
import { clojure } from './languages/clojure.ts'
import { cmake } from './languages/cmake.ts'
import { codeowners } from './languages/codeowners.ts'
import { coffeescript } from './languages/coffeescript.ts'
import { commonLisp } from './languages/common_lisp.ts'
import { conf } from './languages/conf.ts'
import { console } from './languages/console.ts'
import { coq } from './languages/coq.ts'
import { cpp } from './languages/cpp.ts'
import { crystal } from './languages/crystal.ts'
import { csharp } from './languages/csharp.ts'
import { css } from './languages/css.ts'
import { cuda } from './languages/cuda.ts'
import { dart } from './languages/dart.ts'
import { diff } from './languages/diff.ts'
import { docker } from './languages/docker.ts'
import { dot } from './languages/dot.ts'
import { elixir } from './languages/elixir.ts'
import { elm } from './languages/elm.ts'
import { erb } from './languages/erb.ts'
import { erlang } from './languages/erlang.ts'
import { fluent } from './languages/fluent.ts'
import { fortran } from './languages/fortran.ts'
import { fsharp } from './languages/fsharp.ts'
import { gjs, gts } from './languages/gjs.ts'
import { glsl } from './languages/glsl.ts'
import { go } from './languages/go.ts'
import { gradle } from './languages/gradle.ts'
import { graphql } from './languages/graphql.ts'
import { groovy } from './languages/groovy.ts'
import { handlebars } from './languages/handlebars.ts'
import { haskell } from './languages/haskell.ts'
import { hcl } from './languages/hcl.ts'
import { html } from './languages/html.ts'
import { http } from './languages/http.ts'
import { iecst } from './languages/iecst.ts'
import { ini } from './languages/ini.ts'
import { irb, irbOutput } from './languages/irb.ts'
import { java } from './languages/java.ts'
import { javascript } from './languages/javascript.ts'
import { jinja, twig } from './languages/jinja.ts'
import { json } from './languages/json.ts'
import { jsonDoc } from './languages/json-doc.ts'
import { json5 } from './languages/json5.ts'
import { jsx } from './languages/jsx.ts'
import { julia } from './languages/julia.ts'
import { kotlin } from './languages/kotlin.ts'
import { liquid } from './languages/liquid.ts'
import { llvm } from './languages/llvm.ts'
import { lua } from './languages/lua.ts'
import { make } from './languages/make.ts'
import { markdown } from './languages/markdown.ts'
import { matlab } from './languages/matlab.ts'
import { nasm } from './languages/nasm.ts'
import { nginx } from './languages/nginx.ts'
import { nim } from './languages/nim.ts'
import { nix } from './languages/nix.ts'
import { objectiveC, objectiveCpp } from './languages/objective_c.ts'
import { ocaml } from './languages/ocaml.ts'
import { p4 } from './languages/p4.ts'
import { pascal } from './languages/pascal.ts'
import { perl } from './languages/perl.ts'
import { php } from './languages/php.ts'
import { plaintext } from './languages/plaintext.ts'
import { powershell } from './languages/powershell.ts'
import { prolog } from './languages/prolog.ts'
import { properties } from './languages/properties.ts'
import { protobuf } from './languages/protobuf.ts'
import { puppet } from './languages/puppet.ts'
import { python } from './languages/python.ts'
import { r } from './languages/r.ts'
import { ruby } from './languages/ruby.ts'
import { rust } from './languages/rust.ts'
import { sass } from './languages/sass.ts'
import { scala } from './languages/scala.ts'
import { scheme } from './languages/scheme.ts'
import { scss } from './languages/scss.ts'
import { shell } from './languages/shell.ts'
import { solidity } from './languages/solidity.ts'
import { sparql } from './languages/sparql.ts'
import { sql } from './languages/sql.ts'
import { svelte } from './languages/svelte.ts'
import { swift } from './languages/swift.ts'
import { systemd } from './languages/systemd.ts'
import { terraform } from './languages/terraform.ts'
import { tex } from './languages/tex.ts'
import { toml } from './languages/toml.ts'
import { tsx } from './languages/tsx.ts'
import { typescript } from './languages/typescript.ts'
import { vb } from './languages/vb.ts'
import { velocity } from './languages/velocity.ts'
import { verilog } from './languages/verilog.ts'
import { vhdl } from './languages/vhdl.ts'
import { viml } from './languages/viml.ts'
import { vue } from './languages/vue.ts'
import { xml } from './languages/xml.ts'
import { yaml } from './languages/yaml.ts'
import { zig } from './languages/zig.ts'

/** Every language there is. */
export const LANGUAGES: readonly VersionedLanguage[] = [
  apache,
  applescript,
  awk,
  batchfile,
  bibtex,
  bicep,
  bpf,
  c,
  clojure,
  cmake,
  codeowners,
  coffeescript,
  commonLisp,
  conf,
  console,
  coq,
  cpp,
  crystal,
  csharp,
  css,
  cuda,
  dart,
  diff,
  docker,
  dot,
  elixir,
  elm,
  erb,
  erlang,
  fluent,
  fortran,
  fsharp,
  gjs,
  gts,
  glsl,
  go,
  gradle,
  graphql,
  groovy,
  handlebars,
  haskell,
  hcl,
  html,
  http,
  iecst,
  ini,
  irbOutput,
  irb,
  java,
  javascript,
  jinja,
  twig,
  jsonDoc,
  json,
  json5,
  jsx,
  julia,
  kotlin,
  liquid,
  llvm,
  lua,
  make,
  markdown,
  matlab,
  nasm,
  nginx,
  nim,
  nix,
  objectiveC,
  objectiveCpp,
  ocaml,
  p4,
  pascal,
  perl,
  php,
  plaintext,
  powershell,
  prolog,
  properties,
  protobuf,
  puppet,
  python,
  r,
  ruby,
  rust,
  sass,
  scala,
  scheme,
  scss,
  shell,
  solidity,
  sparql,
  sql,
  svelte,
  swift,
  systemd,
  terraform,
  tex,
  toml,
  tsx,
  typescript,
  vb,
  velocity,
  verilog,
  vhdl,
  viml,
  vue,
  xml,
  yaml,
  zig,
]
