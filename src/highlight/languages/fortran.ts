import { language, words } from '../language.ts'

const KEYWORDS = `abstract allocatable allocate assign assignment associate asynchronous backspace bind block blockdata call case
  class close codimension common concurrent contains contiguous continue critical cycle data deallocate deferred
  dimension do else elseif elsewhere end endassociate endblock enddo endenum endfile endforall endfunction endif
  endinterface endmodule endprogram endselect endsubmodule endsubroutine endtype endwhere entry enum enumerator
  equivalence exit extends external final flush forall format function generic goto if implicit import in include
  inout inquire intent interface intrinsic is lock module namelist non_overridable none nopass nullify only open
  operator optional out parameter pass pause pointer print private procedure program protected public pure read
  recursive result return rewind save select sequence stop submodule subroutine target then type unlock use value
  volatile wait where while write`
const INTRINSICS = `abs achar acos acosh adjustl adjustr aimag aint all allocated anint any asin asinh associated atan atan2 atanh
  atomic_define atomic_ref bessel_j0 bessel_j1 bessel_jn bessel_y0 bessel_y1 bessel_yn bge bgt bit_size ble blt
  btest c_associated c_f_pointer c_f_procpointer c_funloc c_loc c_sizeof ceiling char cmplx command_argument_count
  compiler_options compiler_version conjg cos cosh count cpu_time cshift date_and_time dble digits dim dot_product
  dprod dshiftl dshiftr eoshift epsilon erf erfc erfc_scaled execute_command_line exp exponent extends_type_of
  findloc floor fraction gamma get_command get_command_argument get_environment_variable huge hypot iachar iall iand
  iany ibclr ibits ibset ichar ieee_class ieee_copy_sign ieee_get_flag ieee_get_halting_mode ieee_get_rounding_mode
  ieee_get_status ieee_get_underflow_mode ieee_is_finite ieee_is_nan ieee_is_normal ieee_logb ieee_next_after
  ieee_rem ieee_rint ieee_scalb ieee_selected_real_kind ieee_set_flag ieee_set_halting_mode ieee_set_rounding_mode
  ieee_set_status ieee_set_underflow_mode ieee_support_datatype ieee_support_denormal ieee_support_divide
  ieee_support_flag ieee_support_halting ieee_support_inf ieee_support_io ieee_support_nan ieee_support_rounding
  ieee_support_sqrt ieee_support_standard ieee_support_underflow_control ieee_unordered ieee_value ieor image_index
  index int ior iparity is_iostat_end is_iostat_eor ishft ishftc kind lbound lcobound leadz len len_trim lge lgt lle
  llt log log10 log_gamma maskl maskr matmul max maxexponent maxloc maxval merge merge_bits min minexponent minloc
  minval mod modulo move_alloc mvbits nearest new_line nint norm2 not null num_images pack parity popcnt poppar
  present product radix random_number random_seed range repeat reshape rrspacing same_type_as scale scan
  selected_char_kind selected_int_kind selected_real_kind set_exponent shape shifta shiftl shiftr sign sin sinh size
  spacing spread sqrt storage_size sum system_clock tan tanh this_image tiny trailz transfer transpose trim ubound
  ucobound unpack verify`

export const fortran = language({
  tag: 'fortran',
  filenames: ['*.f', '*.f90', '*.f95', '*.f03', '*.f08', '*.F', '*.F90', '*.F95', '*.F03', '*.F08'],
  states: () => ({
    root: [
      [/\s+/, 'w'],
      [/!.*/, 'c1'],
      [/^#.*/, 'cp'],
      [/::|[()/;,:&[\]]/, 'p'],
      [/^\d+\b/, 'nl'],
      [/b(?:'[01]+'|"[01]+")/i, 'mb'],
      [/o(?:'[0-7]+'|"[0-7]+")/i, 'mo'],
      [/z(?:'[\da-f]+'|"[\da-f]+")/i, 'mh'],
      [/[+-]?(?:\d+\.\d*|\.\d+)(?:[de][+-]?\d+)?(?:_\w+)?/i, 'mf'],
      [/[+-]?\d+[de][+-]?\d+(?:_\w+)?/i, 'mf'],
      [/[+-]?\d+(?:_\w+)?/, 'mi'],
      [/\.(?:true|false)\.(?:_\w+)?/i, 'kc'],
      [/\.[a-z]+\./i, 'ow'],
      [/\*\*|==|<=|>=|=>|[-+*=<>%]/, 'o'],
      [/double\s+precision\b/i, 'kt'],
      [/(?:go\s+to|error\s+stop|sync\s+(?:all|images|memory))\b/i, 'k'],
      [/(format)(\s*)(\()/i, ['k', 'w', 'p'], 'format'],
      [
        /[a-z]\w*/i,
        words(
          { k: KEYWORDS, kt: 'character complex doubleprecision integer logical real', nb: INTRINSICS },
          'n',
          { fold: true },
        ),
      ],
      [/'/, 's1', 'single'],
      [/"/, 's2', 'double'],
    ],
    format: [
      [/\s+/, 'w'],
      [/,/, 'p'],
      [/\(/, 'p', '#push'],
      [/\)/, 'p', '#pop'],
      [/'/, 's1', 'single'],
      [/"/, 's2', 'double'],
      [/[^\s,()'"]+/, 'l'],
    ],
    single: [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', '#pop'],
    ],
    double: [
      [/[^"]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', '#pop'],
    ],
  }),
})
