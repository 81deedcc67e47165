import { language, words } from '../language.ts'
import type { Callback, States } from '../types.ts'

const WORDS = words(
  {
    k: `About Arguments Check Class CoFixpoint CoInductive Compute Context Corollary Defined Definition End Eval Example
      Existing Export Fixpoint Global Goal Hint Immediate Import Include Inductive Infix Instance Lemma Local Ltac Module
      Monomorphic Notation Opaque Polymorphic Print Printing Proof Qed Record Remark Require Rewrite Search SearchAbout
      Section Theorem Transparent Universe Universes Variable Variables`,
    kr: 'Prop Set Type as else end forall fun if in let match return then',
    kp: `apply at auto autorewrite beta cbn cbv clear compute constructor delta dependent destruct eapply eauto
      econstructor edestruct eexists erewrite etransitivity exfalso exists f_equal first fold generalize induction
      injection instantiate intro intros inversion iota lazy native_compute red refine repeat revert rewrite
      setoid_rewrite simpl specialize split subst symmetry transitivity try unfold vm_compute with zeta`,
    ne: 'assumption congruence eassumption exact omega reflexivity solve',
    p: '_',
  },
  'no',
)

/** A name before a dot and another name is a module's; before a dot and a blank it ends a sentence. */
const named: Callback<undefined> = (x, m) => {
  const [, name, dot, blank] = m as readonly (string | undefined)[]
  if (dot !== undefined && blank === undefined) x.groups(m, 'nn', 'p')
  else {
    x.token(WORDS.words.get(name!) ?? 'no', name!)
    if (dot !== undefined) x.token('pi', '.')
    x.unread()
  }
}
const CHARACTER = /'\\(?:[\\"'ntbr ]|\d{3}|x[\da-fA-F]{2})'/
const NAMED = /([a-zA-Z_][\w']*)(?:(\.)(?:(?=(\s))|(?=[a-zA-Z_])))?/
/** Coq. */
export const coq = language({
  tag: 'coq',
  until: '5.1',
  changes: [{ since: '4.1', states: laterStates }],
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/\(\*(?!\))/, 'c', 'comment'],
      [
        /(Set|Unset)( )(Universe|Printing|Strict|Implicit)(?= (?:Polymorphism|All|Implicit|Arguments)(?![\w']))/,
        ['k', 'w', 'k'],
        'flag',
      ],
      [NAMED, named],
      [/\d[\d_]{0,40}(?:.[\d_]{0,40})?e[+-]?\d[\d_]*/i, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [/"/, 's2', 'string'],
      [CHARACTER, 'sc'],
      [/'/, 'k'],
      [/[?~][a-zA-Z][\w']*/, 'nv'],
      [/\/\\|\\\//, 'o'],
      [/[!#$%&()*+,./<=>?@[\]^{|}~-]/, 'o'],
      [/:/, 'p'],
      [/[;¬→↔⇒⇔∀∃∈∧∨≔≡⊢⊤⊥⊨]/, 'p'],
    ],
    flag: [[/( )(\w+)(\.(?=\s))?/, ['w', 'k', 'pi'], '#pop']],
    comment: [
      [/\(\*/, 'c', '#push'],
      [/\*\)/, 'c', '#pop'],
      [/[^(*)]+|[(*)]/, 'c'],
    ],
    string: [
      [/[^"]+/, 's2'],
      [/"/, 's2', '#pop'],
    ],
  }),
})

const NAME = /\p{L}[\p{L}\p{N}_']*/u
const PROOF_ENDS: ReadonlySet<string> = new Set(['Qed', 'Defined', 'Admitted'])

/** A sentence begins with a word; what else stands there is an error, but in a proof bullets may. */
function laterStates({ comment = [], string = [], root = [] }: States<undefined>): States<undefined> {
  const word: Callback<undefined> = (x, m) => {
    const [name] = m
    const proof = x.state('proof')
    if (name === 'Proof' && !proof) x.push('proof')
    if (proof && PROOF_ENDS.has(name)) x.goto('sentence')
    else x.push('sentence')
    x.unread()
  }
  const blanks = root.slice(0, 2)
  return {
    comment,
    string,
    root: [...blanks, [NAME, word]],
    proof: [...blanks, [/[-+*{}]/, 'p'], [/\d+/, 'mi', 'selector'], [NAME, word]],
    selector: [...blanks, [/:/, 'p', '#pop']],
    sentence: [
      ...blanks,
      [/\.(?=\s)/, 'pi', '#pop'],
      root[2]!,
      [/(\p{L}[\p{L}\p{N}_']*)(\.)(?=[\p{L}_])/u, ['nn', 'p']],
      [
        /\p{L}[\p{L}\p{N}_']*/u,
        (x, m) => x.token(m[0] === 'Admitted' ? 'k' : (WORDS.words.get(m[0]) ?? 'no'), m[0]),
      ],
      [/\d[\d_]*(?:\.\d[\d_]*)?e[+-]?\d[\d_]*/i, 'mf'],
      [/\d[\d_]*/, 'mi'],
      [/"/, 's2', 'string'],
      [CHARACTER, 'sc'],
      [/'/, 'k'],
      [/[?~]\p{L}[\p{L}\p{N}_']*/u, 'nv'],
      [/:=|=>|:>|\.\(?|[(),:;?[\]_{|}]/, 'p'],
      [/\/\\|\\\/|[!#$%*+/<=>@^`~\p{S}-]/u, 'o'],
    ],
    flag: [[/( )(\w+)/, ['w', 'k'], '#pop']],
  }
}
