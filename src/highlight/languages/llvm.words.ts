/** LLVM's keywords, as far as Rouge knows them. */
export const KEYWORDS = `
acq_rel acquire add addrspace addrspacecast alias align alignstack allocsize alloca alwaysinline and any anyregcc
appending arcp argmemonly arm_aapcs_vfpcc arm_aapcscc arm_apcscc ashr asm atomic atomicrmw attributes
available_externally bitcast blockaddress br builtin byval call caller catch catchpad catchret catchswitch cc ccc
cleanup cleanuppad cleanupret cmpxchg cold coldcc comdat common constant contract convergent cxx_fast_tlscc
datalayout declare default define deplibs dereferenceable dereferenceable_or_null distinct dllexport dllimport
dso_local dso_preemptable eq exact exactmatch extern_weak external externally_initialized extractelement
extractvalue fadd false fast fastcc fcmp fdiv fence filter fmul fpext fptosi fptoui fptrunc freeze frem from fsub
fneg gc getelementptr ghccc global hhvm_ccc hhvmcc hidden hot icmp ifunc immarg inaccessiblemem_or_argmemonly
inaccessiblememonly inalloca inbounds indirectbr initialexec inlinehint inrange inreg insertelement insertvalue
inteldialect intel_ocl_bicc internal inttoptr invoke jumptable landingpad largest linkonce linkonce_odr load
local_unnamed_addr localdynamic localexec lshr max min minsize module monotonic msp430_intrcc mul musttail naked
nand nest ne ninf nnan noalias nobuiltin nocapture nocf_check noduplicate noduplicates nofree noimplicitfloat
noinline none nonlazybind nonnull norecurse noredzone noreturn nosync nounwind nsw nsz null nuw oeq oge ogt ole
olt one opaque optnone optsize or ord personality phi prefix preserve_allcc preserve_mostcc private prologue
protected ptrtoint ptx_device ptx_kernel readnone readonly reassoc release resume ret returned returns_twice
safestack samesize sanitize_address sanitize_hwaddress sanitize_memory sanitize_thread sdiv section select seq_cst
sext sge sgt shadowcallstack shl shufflevector sideeffect signext sitofp sle slt source_filename speculatable
spir_func spir_kernel srem sret ssp sspreq sspstrong store strictfp sub swiftcc swifterror swiftself switch
syncscope tail target thread_local to triple true trunc type udiv ueq uge ugt uitofp ule ult umax umin undef une
unnamed_addr uno unordered unreachable unsat unwind urem uselistorder uselistorder_bb uwtable va_arg volatile
vscale weak weak_odr webkit_jscc willreturn within writeonly x86_64_sysvcc x86_fastcallcc x86_intrcc x86_mmx
x86_regcallcc x86_stdcallcc x86_thiscallcc x86_vectorcallcc xor zeroext zeroinitializer zext afn c path hash gv
notEligibleToImport live sanitize_memtag partition speculative_load_hardening callbr tailcc win64cc summaries
flags linkage aliasee allOnes alwaysInline amdgpu_cs amdgpu_es amdgpu_gs amdgpu_hs amdgpu_kernel amdgpu_ls amdgpu_ps
amdgpu_vs args offset aarch64_vector_pcs aarch64_sve_vector_pcs avr_intrcc avr_signalcc bit bitMask branchFunnel
byArg byte calls canAutoHide critical dsoLocal funcFlags function guid hotness indir info inline inlineBits insts
kind name noInline noRecurse readOnly readNone refs relbf resByArg returnDoesNotAlias sizeM1 sizeM1BitWidth single
singleImpl singleImplName summary typeCheckedLoadConstVCalls typeCheckedLoadVCalls typeIdInfo
typeTestAssumeConstVCalls typeTestAssumeVCalls typeTestRes typeTests typeid typeidCompatibleVTable uniformRetVal
uniqueRetVal unknown vFuncId vTableFuncs variable varFlags vcall_visibility virtualConstProp virtFunc wpdRes
wpdResolutions notail byteArray
`

/** Those that came with Rouge 4. */
export const LATER_KEYWORDS = `
allocalign allocptr amdgpu_gfx blockcount byref disable_sanitizer_instrumentation dso_local_equivalent elementtype
hasUnknownCall mayThrow mustBeUnreachable mustprogress no_cfi nocallback nodeduplicate nomerge noprofile
nosanitize_bounds nosanitize_coverage noundef null_pointer_is_valid param params poison preallocated swiftasync
swifttailcc sync vscale_range
`
